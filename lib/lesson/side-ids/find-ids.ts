import type { Root } from 'mdast';
import type { KnownItem, KnownPart } from './ids-file.ts';
import { type Pairs, pairTexts } from './pair-texts.ts';
import { type Written, type WrittenItem, writtenItems } from './written-items.ts';

/** An item of a lesson, and what is known of it. */
export interface FoundItem {
  readonly item: WrittenItem;
  /** Its file within the lesson. */
  readonly file: string;
  /** Its entry; undefined for a new item, and for one that could be one of several. */
  readonly known: KnownItem | undefined;
  /** Entries of which it could be one. */
  readonly unclear: readonly KnownItem[];
  /** The known parts of its entry. */
  readonly parts: Pairs<Written, KnownPart>;
}

/**
 * Finds the entry of each item of a lesson, wherever in it the item stands. An id in the text counts before all; other items
 * are found by their text, the ones with the same tag among each other.
 */
export function findIds(files: ReadonlyMap<string, Root>, known: readonly KnownItem[]): FoundItem[] {
  const all = [...files].flatMap(([file, { children }]) =>
    writtenItems(children).map((item) => ({ file, item })),
  );
  const named = new Set(all.flatMap(({ item: { id } }) => (id === undefined ? [] : [id])));
  const byId = new Map(known.map((entry) => [entry.id, entry]));
  const tags = [...new Set(all.map(({ item }) => item.tag))];
  const pairs = new Map(
    tags.map((tag) => [
      tag,
      pairTexts(
        all.flatMap(({ item }) => (item.tag === tag && item.id === undefined ? [item] : [])),
        known.filter((entry) => entry.tag === tag && !named.has(entry.id)),
      ),
    ]),
  );
  return all.map(({ file, item }) => {
    const entry = item.id === undefined ? pairs.get(item.tag)?.found.get(item) : byId.get(item.id);
    const unclear = pairs.get(item.tag)?.unclear.get(item) ?? [];
    const unnamed = item.parts.filter(({ id }) => id === undefined);
    const written = new Set(item.parts.map(({ id }) => id));
    const others = (entry?.parts ?? []).filter(({ id }) => !written.has(id));
    return { file, item, known: entry, unclear, parts: pairTexts(unnamed, others) };
  });
}
