import { keepUnexpressed } from './item/keep-unexpressed.ts';
import { findItems } from './item/read-items.ts';

export interface NewItem {
  readonly id: string;
  readonly text: string;
  /** Attributes that the imported file does not name, and that were given a usual value. */
  readonly unnamed?: readonly string[];
}

export type MergeOutcome = 'added' | 'same' | 'replaced' | 'differs';

export interface Merged {
  /** The file with the new items. */
  readonly text: string;
  readonly outcomes: ReadonlyMap<string, MergeOutcome>;
}

/**
 * Puts items into a file of a lesson. One whose id is there already is the same, or differs: then the file keeps its
 * text, which somebody may have edited since, unless `replace` is set. What an import does not say stays in either case.
 */
export function mergeItems(file: string, items: readonly NewItem[], replace: boolean): Merged {
  const lines = file.split('\n');
  const places = new Map(findItems(file).map((place) => [place.id, place]));
  const outcomes = new Map<string, MergeOutcome>();
  const changed = [...items]
    .flatMap((item) => {
      const place = places.get(item.id);
      return place ? [{ item, place }] : [];
    })
    .toSorted((a, b) => b.place.firstLine - a.place.firstLine);
  for (const { item, place } of changed) {
    const count = place.lastLine - place.firstLine + 1;
    const present = lines.slice(place.firstLine - 1, place.lastLine).join('\n');
    const text = keepUnexpressed(item.text, present, item.unnamed ?? []);
    const isSame = present.trim() === text.trim();
    outcomes.set(item.id, isSame ? 'same' : replace ? 'replaced' : 'differs');
    if (!isSame && replace) lines.splice(place.firstLine - 1, count, ...text.split('\n'));
  }
  const fresh = items.filter(({ id }) => !places.has(id));
  for (const { id } of fresh) outcomes.set(id, 'added');
  const old = lines.join('\n').trimEnd();
  const parts = [...(old ? [old] : []), ...fresh.map(({ text }) => text)];
  return { text: fresh.length > 0 ? `${parts.join('\n\n')}\n` : lines.join('\n'), outcomes };
}
