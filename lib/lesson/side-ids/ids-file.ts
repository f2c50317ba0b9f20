import { z } from 'zod';

/** The file in the folder of a lesson with the ids of the items that have none in their text. */
export const idsFile = 'ids.json';

const idForm = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const KnownPart = z.strictObject({ id: idForm, text: z.string(), gone: z.literal(true).optional() });
const KnownItem = z.strictObject({
  id: idForm,
  tag: z.string(),
  /** The question, as it was when the file was written. */
  text: z.string(),
  parts: z.array(KnownPart).optional(),
  /** It is not in the lesson any more. Its id is not given to another item. */
  gone: z.literal(true).optional(),
});
const Ids = z.strictObject({ format: z.literal(1), items: z.array(KnownItem) });

export type KnownPart = z.infer<typeof KnownPart>;
export type KnownItem = z.infer<typeof KnownItem>;

export type ReadIds =
  | { readonly ok: true; readonly items: readonly KnownItem[] }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** Reads the text of the file; refuses what a merge or an editor has damaged, since another reading would change ids. */
export function readIds(text: string): ReadIds {
  const items = parsed(text);
  if (!items) {
    const at = text.split('\n').findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
    const message =
      'This file cannot be read, so no item has its id. Resolve the merge, keeping the entries of both sides, or take back the last edit of the file.';
    return { ok: false, line: Math.max(0, at) + 1, message };
  }
  const ids = items.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) < at);
  if (twice === undefined) return { ok: true, items };
  const places = text.split('\n').flatMap((line, at) => (line.includes(`"id": "${twice}"`) ? [at + 1] : []));
  const message = `Two entries have the id «${twice}». Give the one that is newer another id.`;
  return { ok: false, line: places[1] ?? 1, message };
}

function parsed(text: string): readonly KnownItem[] | undefined {
  try {
    return Ids.safeParse(JSON.parse(text)).data?.items;
  } catch {
    // Not JSON, perhaps with the marks of a merge.
    return undefined;
  }
}

/** The text of the file: items in order of their ids, so that changes of two authors rarely meet. */
export function idsText(items: readonly KnownItem[]): string {
  const ordered = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return `${JSON.stringify({ format: 1, items: ordered }, null, 2)}\n`;
}

/** The ids in a file; none if it cannot be read. */
export function idsIn(text: string | undefined): string[] {
  const read = text === undefined ? undefined : readIds(text);
  return read?.ok ? read.items.map(({ id }) => id) : [];
}
