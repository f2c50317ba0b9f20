import { expect, test } from 'vitest';
import { type Chance, chance } from '#lib/chance/chance.ts';
import { mostInTest } from '#lib/item/apart.ts';
import { examples } from '#lib/item/choice/examples.ts';
import type { Item, Level } from '#lib/item/registry.ts';
import { readItem } from '#lib/item/testing/read-item.ts';
import {
  drawDrill,
  drawFromActivity,
  drawTest,
  drillLength,
  drillLengthAfter,
  emptyHistory,
  testLength,
} from './draw.ts';

const { item } = readItem(examples.choice);
const objectives = ['o1', 'o2', 'o3', 'o4'];
const make = (id: string, level: Level, objective: string): Item => ({ ...item, id, level, objective });
const pool = (['easy', 'medium', 'hard'] as const).flatMap((level) =>
  Array.from({ length: 12 }, (_, at) => make(`${level}-${at}`, level, objectives[at % 4] ?? '')),
);
const none = emptyHistory;
const ids = (items: readonly Item[]) => items.map(({ id }) => id);
const levels = (items: readonly Item[]) => items.map(({ level }) => level).join(' ');

test('ten distinct items: three easy, four medium, three hard, in this order', () => {
  for (let seed = 0; seed < 100; seed++) {
    const drawn = drawTest(pool, none, chance(`${seed}`));
    expect(new Set(ids(drawn)).size).toBe(testLength);
    expect(levels(drawn)).toBe('easy easy easy medium medium medium medium hard hard hard');
  }
});

test('equal seeds draw equal tests, different seeds different ones', () => {
  expect(ids(drawTest(pool, none, chance('a')))).toEqual(ids(drawTest(pool, none, chance('a'))));
  expect(ids(drawTest(pool, none, chance('a')))).not.toEqual(ids(drawTest(pool, none, chance('b'))));
});

test('recently asked items are avoided while others are left', () => {
  const recent = new Set(ids(drawTest(pool, none, chance('a'))));
  expect(ids(drawTest(pool, { ...none, recent }, chance('b'))).filter((id) => recent.has(id))).toEqual([]);
});

test('a test is drawn even when every item was asked recently', () => {
  expect(drawTest(pool, { ...none, recent: new Set(ids(pool)) }, chance('a'))).toHaveLength(testLength);
});

test('questions are spread evenly over the objectives', () => {
  for (let seed = 0; seed < 50; seed++) {
    const drawn = drawTest(pool, none, chance(`${seed}`));
    const counts = objectives.map((objective) => drawn.filter((one) => one.objective === objective).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  }
});

test('over many sittings every item is drawn', () => {
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

test('practised items are avoided even when all others were asked recently', () => {
  const practised = new Set(ids(pool.filter((_, at) => at % 12 < 6)));
  const recent = new Set(ids(pool.filter((_, at) => at % 12 >= 6)));
  for (let seed = 0; seed < 50; seed++) {
    const drawn = ids(drawTest(pool, { practised, recent }, chance(`${seed}`)));
    expect(drawn.filter((id) => practised.has(id))).toEqual([]);
  }
});

const noExclusions = new Set<string>();

test('a drill has five distinct items from easy to hard, the same for the same seed', () => {
  for (let seed = 0; seed < 50; seed++) {
    const drawn = drawDrill(pool, none, noExclusions, { chance: chance(`${seed}`) });
    expect(new Set(ids(drawn)).size).toBe(drillLength);
    expect(drawn.map(({ level }) => level)).toEqual(
      [...drawn.map(({ level }) => level)].toSorted(
        (a, b) => 'emh'.indexOf(a[0] ?? '') - 'emh'.indexOf(b[0] ?? ''),
      ),
    );
    expect(ids(drawDrill(pool, none, noExclusions, { chance: chance(`${seed}`) }))).toEqual(ids(drawn));
  }
});

test.each([
  [0, 5],
  [2, 5],
  [3, 2],
  [8, 2],
])('a text with %i questions of its own is followed by %i of the pool', (questions, length) => {
  expect(drillLengthAfter(questions)).toBe(length);
  expect(drawDrill(pool, none, noExclusions, { chance: chance('a'), length })).toHaveLength(length);
});

test('a drill avoids recently asked items, then prefers unsolved ones', () => {
  const recent = new Set(ids(pool.slice(0, 6)));
  const solved = new Set(ids(pool.filter((_, at) => at >= 6 && at % 12 < 10)));
  const drawn = ids(
    drawDrill(pool, { recent, solved, practised: recent }, noExclusions, { chance: chance('a') }),
  );
  expect(drawn.filter((id) => recent.has(id))).toEqual([]);
  // Six items, two of each level, are neither recent nor solved.
  expect(drawn.filter((id) => solved.has(id))).toEqual([]);
});

test('excluded items are never drawn for a drill', () => {
  const excluded = new Set(ids(pool.filter((_, at) => at % 12 < 9)));
  for (let seed = 0; seed < 50; seed++)
    expect(
      ids(drawDrill(pool, none, excluded, { chance: chance(`${seed}`) })).filter((id) => excluded.has(id)),
    ).toEqual([]);
});

test('however many drills are taken, the next test has only items that were not practised', () => {
  for (let person = 0; person < 20; person++) {
    const practised = new Set<string>();
    let recent = new Set<string>();
    for (let drill = 0; drill < 12; drill++) {
      const drawn = ids(
        drawDrill(pool, { practised, recent, solved: practised }, noExclusions, {
          chance: chance(`${person}/${drill}`),
        }),
      );
      expect(drawn).toHaveLength(drillLength);
      expect(drawn.filter((id) => recent.has(id))).toEqual([]);
      recent = new Set(drawn);
      for (const id of drawn) practised.add(id);
      const test = drawTest(pool, { practised, recent: noExclusions }, chance(`${person}`));
      expect(ids(test).filter((id) => practised.has(id))).toEqual([]);
      expect(levels(test)).toBe('easy easy easy medium medium medium medium hard hard hard');
    }
  }
});

test.each([
  // Ten items are reserved for a test, so three of thirteen may be practised.
  { count: 13, drill: 3, why: 'a pool of thirteen has three to practise' },
  { count: 12, drill: 0, why: 'two items are too few for a drill' },
  { count: 8, drill: 0, why: 'a pool smaller than a test has none to practise' },
])('$why', ({ count, drill }) => {
  const small = pool.filter((_, at) => at % 12 < Math.ceil(count / 3)).slice(0, count);
  expect(small).toHaveLength(count);
  expect(drawDrill(small, none, noExclusions, { chance: chance('a') })).toHaveLength(drill);
});

test('drawn items keep the author’s order, and the next round draws others', () => {
  const items = pool.slice(0, 7);
  const first = ids(drawFromActivity(items, 3, none, chance('a')));
  expect(first).toEqual(ids(items).filter((id) => first.includes(id)));
  const second = ids(
    drawFromActivity(items, 3, { recent: new Set(first), solved: noExclusions }, chance('b')),
  );
  expect(second.filter((id) => first.includes(id))).toEqual([]);
});

const apartPool = (size: number, groups: number, dice: Chance): Item[] =>
  Array.from({ length: size }, (_, at) => {
    const made = make(
      `i${at}`,
      (['easy', 'medium', 'hard'] as const)[dice.below(3)] ?? 'easy',
      `o${dice.below(4)}`,
    );
    return dice.below(2) === 0 ? made : { ...made, apart: `g${dice.below(groups)}` };
  });

test('no test has two items of one group, whatever was asked or practised before', () => {
  const dice = chance('apart');
  for (let run = 0; run < 300; run++) {
    const items = apartPool(5 + dice.below(40), 1 + dice.below(8), dice);
    const some = () => new Set(ids(items).filter(() => dice.below(3) === 0));
    const drawn = drawTest(items, { recent: some(), practised: some() }, dice);
    const groups = drawn.flatMap(({ apart }) => (apart === undefined ? [] : [apart]));
    expect(new Set(groups).size).toBe(groups.length);
    expect(drawn).toHaveLength(Math.min(testLength, mostInTest(items)));
  }
});

test('a drill leaves enough for a test that has one item of each group', () => {
  const alike = pool.slice(0, 20).map((one, at) => (at < 12 ? { ...one, apart: 'twins' } : one));
  expect(drawDrill(alike, none, noExclusions, { chance: chance('a') })).toEqual([]);
});
