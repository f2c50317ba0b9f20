import type { Lesson } from '#lib/lesson/lesson.ts';
import { visibleText } from '#lib/text/visible.ts';

/**
 * A unique name for each entry. `spellings` go from the shortest to one that contains something unique; each entry gets the
 * first spelling that no other entry has. Names that differ only in case, spaces or invisible characters count as equal, since
 * spreadsheets and importers treat them so.
 */
export function distinctNames<T>(
  entries: readonly T[],
  spellings: readonly ((entry: T) => string)[],
): string[] {
  const last = spellings.length - 1;
  const levels = entries.map(() => 0);
  for (;;) {
    const names = entries.map((entry, at) => spellings[levels[at] ?? 0]?.(entry) ?? '');
    const counts = new Map<string, number>();
    for (const name of names.map(folded)) counts.set(name, (counts.get(name) ?? 0) + 1);
    const longer = names.flatMap((name, at) =>
      (counts.get(folded(name)) ?? 0) > 1 && (levels[at] ?? 0) < last ? [at] : [],
    );
    if (longer.length === 0) return names;
    for (const at of longer) levels[at] = (levels[at] ?? 0) + 1;
  }
}

const folded = (name: string): string =>
  visibleText(name).normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** The same lessons with unique titles: equal ones get the track, the folder or the id added. */
export function distinctTitles(lessons: readonly Lesson[]): Lesson[] {
  const titles = distinctNames(lessons, [
    ({ title }) => title,
    ({ title, track }) => `${title} (${track})`,
    ({ title, track, slug }) => `${title} (${track}/${slug})`,
    ({ title, track, slug, id }) => `${title} (${track}/${slug}, ${id})`,
  ]);
  return lessons.map((lesson, at) => ({ ...lesson, title: titles[at] ?? lesson.title }));
}
