import type { Root } from 'mdast';
import { slug, uniqueId } from '#lib/lesson/missing-ids.ts';
import { type FoundItem, findIds } from './find-ids.ts';
import type { KnownItem, KnownPart } from './ids-file.ts';
import { byText } from './pair-texts.ts';

export interface KeptIds {
  /** All that is known now, with the items that are gone. */
  readonly items: readonly KnownItem[];
  /** Ids that were not known before, with the place of what they name. */
  readonly added: readonly { readonly file: string; readonly line: number; readonly id: string }[];
}

/**
 * What the file of ids says after an edit of the lesson: the texts as they are now, and an id for each new item and part.
 * What is not clear stays as it was. New items with the same text get none, as nothing would tell them apart.
 */
export function keepIds(
  files: ReadonlyMap<string, Root>,
  known: readonly KnownItem[],
  { prefix, taken }: { readonly prefix: (file: string) => string; readonly taken: Set<string> },
): KeptIds {
  const found = findIds(files, known);
  const isUnclear = found.some(({ unclear }) => unclear.length > 0);
  const twins = byText(found.map(({ item }) => item));
  const added: { file: string; line: number; id: string }[] = [];
  const add = ({ file, item }: FoundItem, id: string): string => {
    added.push({ file, line: item.position?.start.line ?? 1, id });
    return id;
  };
  const items = found.flatMap((one): KnownItem[] => {
    const { item, file } = one;
    const isNew = item.id === undefined && !one.known;
    if (isNew && (one.unclear.length > 0 || (twins.get(item.text)?.length ?? 0) > 1)) return [];
    const id =
      item.id ?? one.known?.id ?? add(one, uniqueId(`${prefix(file)}-${slug(item.question)}`, taken));
    const parts = keepParts(one, (part) => add(one, part));
    // An item that has all its ids in the text needs no entry.
    if (item.id !== undefined && parts.length === 0) return [];
    return [{ id, tag: item.tag, text: item.text, ...(parts.length > 0 ? { parts } : {}) }];
  });
  const here = new Set([...items.map(({ id }) => id), ...found.flatMap(({ item }) => item.id ?? [])]);
  const others = known.filter(({ id }) => !here.has(id));
  // While something is not clear, an entry that nothing is found for may be what it was.
  const rest = isUnclear ? others : others.map((entry) => ({ ...entry, gone: true as const }));
  return { items: [...items, ...rest], added };
}

function keepParts({ item, known, parts }: FoundItem, add: (id: string) => string): KnownPart[] {
  const unnamed = item.parts.filter(({ id }) => id === undefined);
  const before = known?.parts ?? [];
  const taken = new Set([...before.map(({ id }) => id), ...item.parts.flatMap(({ id }) => id ?? [])]);
  const twins = byText(unnamed);
  const kept = unnamed.flatMap((part): KnownPart[] => {
    const entry = parts.found.get(part);
    if (!entry && (parts.unclear.has(part) || (twins.get(part.text)?.length ?? 0) > 1)) return [];
    return [{ id: entry?.id ?? add(uniqueId(slug(part.text), taken)), text: part.text }];
  });
  const here = new Set([...kept.map(({ id }) => id), ...item.parts.flatMap(({ id }) => id ?? [])]);
  const others = before.filter(({ id }) => !here.has(id));
  const rest = parts.unclear.size > 0 ? others : others.map((part) => ({ ...part, gone: true as const }));
  return [...kept, ...rest];
}
