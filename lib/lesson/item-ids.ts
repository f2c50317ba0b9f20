import { itemTypes } from '#lib/item/registry.ts';
import { idsIn } from './side-ids/ids-file.ts';
import type { LessonSource } from './source.ts';

const tags = Object.values(itemTypes)
  .map((type) => type.component)
  .join('|');

/** The ids of the items of a file, whether it compiles or not. */
export function itemIdsIn(text: string): string[] {
  return [...text.matchAll(new RegExp(`<(?:${tags})\\b[^<>]*?\\bid="([^"]*)"`, 'g'))].map(
    ([, id = '']) => id,
  );
}

/** The ids of the items of a lesson, in its text and beside it. */
export const itemIdsOf = ({ files, ids }: Pick<LessonSource, 'files' | 'ids'>): string[] => [
  ...[...files.values()].flatMap(itemIdsIn),
  ...idsIn(ids),
];

/** The first word of most ids in the lesson, or the lesson's folder name. */
export function idPrefixOf(source: Pick<LessonSource, 'files' | 'slug' | 'ids'>): string {
  const words = itemIdsOf(source).map((id) => id.split('-')[0] ?? '');
  const most = words.toSorted((a, b) => occurrences(b, words) - occurrences(a, words))[0];
  return most || source.slug;
}

/** The beginning of the ids of new items in a file of a lesson. */
export const prefixOf = (lesson: Parameters<typeof idPrefixOf>[0], name: string): string =>
  `${idPrefixOf(lesson)}-${name.replace(/\.mdx?$/, '').replace('/', '-')}`;

const occurrences = (word: string, words: readonly string[]): number =>
  words.filter((other) => other === word).length;
