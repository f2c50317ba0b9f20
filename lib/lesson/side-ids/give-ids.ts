import type { Root } from 'mdast';
import type { Finding } from '#lib/lesson/lesson.ts';
import { findIds } from './find-ids.ts';
import { idsFile, readIds } from './ids-file.ts';
import type { Written } from './written-items.ts';

export interface GivenIds {
  readonly findings: readonly Finding[];
  /** Whether a finding about a missing id only repeats what these say. */
  isSaid(finding: Finding): boolean;
}

const missing = new Set(['item-id-missing', 'part-id-missing']);

/**
 * Writes the ids of a lesson's `ids.json` into the trees of its files, and returns findings about those that are not
 * clear. If the file is damaged, no id is given.
 */
export function giveIds(folder: string, files: ReadonlyMap<string, Root>, ids: string): GivenIds {
  const read = readIds(ids);
  if (!read.ok) {
    const { line, message } = read;
    const place = { file: `${folder}/${idsFile}`, line, column: 1 } as const;
    return {
      findings: [{ ...place, severity: 'error', rule: 'ids-file', message }],
      isSaid: ({ rule }) => missing.has(rule),
    };
  }
  const unclear: { readonly finding: Finding; readonly end: number }[] = [];
  for (const { item, file, known, unclear: entries, parts } of findIds(files, read.items)) {
    const report = ({ position }: Written, message: string) => {
      const { line = 1, column = 1 } = position?.start ?? {};
      const place = { file: `${folder}/${file}`, line, column };
      unclear.push({
        finding: { ...place, severity: 'error', rule: 'id-unclear', message },
        end: position?.end.line ?? line,
      });
    };
    if (item.id === undefined && known) item.give(known.id);
    for (const [part, { id }] of parts.found) part.give(id);
    if (entries.length > 0) report(item, unclearItem(item.tag, entries));
    for (const [part, known] of parts.unclear) report(part, unclearPart(part.text, known));
  }
  return {
    findings: unclear.map(({ finding }) => finding),
    isSaid: ({ file, line, rule }) =>
      missing.has(rule) &&
      unclear.some(({ finding, end }) => finding.file === file && finding.line <= line && line <= end),
  };
}

interface WithId {
  readonly id: string;
}

const listed = (entries: readonly WithId[]): string =>
  entries
    .slice(0, 4)
    .map(({ id }) => `«${id}»`)
    .join(', ');

const unclearItem = (tag: string, entries: readonly WithId[]): string =>
  `It is not clear which item this <${tag}> was before: ${idsFile} has ${listed(entries)} with a text like it${entries.length > 1 ? '' : ', and so has another item'}. Write the right id into its tag, id="…", or another id if the item is new.`;

const unclearPart = (text: string, entries: readonly WithId[]): string =>
  `It is not clear which part «${text.slice(0, 40)}» was before: ${idsFile} has ${listed(entries)} with a text like it. Write the right one at its end, <Id is="…" />, or another id if the part is new.`;
