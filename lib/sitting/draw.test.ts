import { expect, test } from 'vitest';
import type { Item, Level } from '#lib/item/registry.ts';
import { examples } from '#lib/item/testing/examples.ts';
import { readItem } from '#lib/item/testing/read-item.ts';
import { chance } from './chance.ts';
import { drawTest, testLength } from './draw.ts';

const { item } = readItem(examples.choice);
const objectives = ['o1', 'o2', 'o3', 'o4'];
const make = (id: string, level: Level, objective: string): Item => ({ ...item, id, level, objective });
const pool = (['easy', 'medium', 'hard'] as const).flatMap((level) =>
  Array.from({ length: 12 }, (_, at) => make(`${level}-${at}`, level, objectives[at % 4] ?? '')),
);
const none = new Set<string>();
const ids = (items: readonly Item[]) => items.map(({ id }) => id);
const levels = (items: readonly Item[]) => items.map(({ level }) => level).join(' ');

test('ten distinct items: three easy, four medium, three hard, in this order', () => {
  for (let seed = 0; seed < 100; seed++) {
    const drawn = drawTest(pool, none, chance(`${seed}`));
    expect(new Set(ids(drawn)).size).toBe(testLength);
    expect(levels(drawn)).toBe('easy easy easy medium medium medium medium hard hard hard');
  }
});

test('the same seed draws the same test, another seed another one', () => {
  expect(ids(drawTest(pool, none, chance('a')))).toEqual(ids(drawTest(pool, none, chance('a'))));
  expect(ids(drawTest(pool, none, chance('a')))).not.toEqual(ids(drawTest(pool, none, chance('b'))));
});

test('what was asked of late is not asked again while others are left', () => {
  const recent = new Set(ids(drawTest(pool, none, chance('a'))));
  expect(ids(drawTest(pool, recent, chance('b'))).filter((id) => recent.has(id))).toEqual([]);
});

test('when all was asked of late, a test is drawn nevertheless', () => {
  expect(drawTest(pool, new Set(ids(pool)), chance('a'))).toHaveLength(testLength);
});

test('every objective is asked, none much more than another', () => {
  for (let seed = 0; seed < 50; seed++) {
    const drawn = drawTest(pool, none, chance(`${seed}`));
    const counts = objectives.map((objective) => drawn.filter((one) => one.objective === objective).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  }
});

test('over many sittings every item has its turn', () => {
  const seen = new Set(
    Array.from({ length: 200 }, (_, seed) => ids(drawTest(pool, none, chance(`${seed}`)))).flat(),
  );
  expect(seen.size).toBe(pool.length);
});

test.each([
  { name: 'a pool without hard items', from: pool.filter(({ level }) => level !== 'hard'), count: 10 },
  { name: 'a pool of six', from: pool.slice(0, 6), count: 6 },
  { name: 'an empty pool', from: [], count: 0 },
])('$name gives $count', ({ from, count }) => {
  const drawn = drawTest(from, none, chance('a'));
  expect(drawn).toHaveLength(count);
  expect(new Set(ids(drawn)).size).toBe(count);
});
