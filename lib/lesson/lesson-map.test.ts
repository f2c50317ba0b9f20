import { expect, test } from 'vitest';
import { lessonMap } from './lesson-map.ts';

const lesson = (slug: string, ...prerequisites: string[]) => ({ slug, prerequisites });
const placesOf = (...lessons: ReturnType<typeof lesson>[]) =>
  lessonMap(lessons).places.map(({ slug, column, halfRow }) => `${slug} ${column} ${halfRow}`);

test('two lessons that stand alone are above each other, and the one that joins them is between them', () => {
  expect(placesOf(lesson('seeds'), lesson('pins'), lesson('both', 'seeds', 'pins'))).toEqual([
    'seeds 0 0',
    'pins 0 2',
    'both 1 1',
  ]);
});

test('a lesson is after the last of its prerequisites', () => {
  expect(placesOf(lesson('a'), lesson('b', 'a'), lesson('c', 'a', 'b'))).toEqual(['a 0 0', 'b 1 0', 'c 2 0']);
});

test('each prerequisite is a path', () => {
  const { paths, columns, halfRows } = lessonMap([lesson('a'), lesson('b'), lesson('c', 'a', 'b')]);
  expect(paths.map(({ from, to }) => `${from.slug} ${to.slug}`)).toEqual(['a c', 'b c']);
  expect({ columns, halfRows }).toEqual({ columns: 2, halfRows: 4 });
});

test.each([
  { why: 'an unknown prerequisite', lessons: [lesson('a', 'gone')], columns: 1 },
  { why: 'a lesson that needs itself', lessons: [lesson('a', 'a')], columns: 1 },
  { why: 'no lessons', lessons: [], columns: 0 },
])('$why draws no path', ({ lessons, columns }) => {
  expect(lessonMap(lessons)).toMatchObject({ paths: [], columns });
});

test('a circle of prerequisites ends', () => {
  expect(lessonMap([lesson('a', 'b'), lesson('b', 'a')]).places).toHaveLength(2);
});
