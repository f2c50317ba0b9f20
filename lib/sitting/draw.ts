import type { Chance } from '#lib/chance/chance.ts';
import { type Item, itemType, type Level, levels } from '#lib/item/registry.ts';

export const testLength = 10;

/** Three of ten easy, three hard and the rest medium, where the pool has them; the same shares in longer tests. */
const levelCounts = (length: number): Record<Level, number> => {
  const outer = Math.round(0.3 * length);
  return { easy: outer, medium: length - 2 * outer, hard: outer };
};
const standardCounts = levelCounts(testLength);

export const drillLength = 5;
/** Fewer are not worth a section of their own. */
const shortestDrill = 3;

/** What a person has seen of a pool, by item id. */
export interface ItemHistory {
  /** Asked in the last sittings: not again while others are left. */
  readonly recent: ReadonlySet<string>;
  /** Practised lately, with feedback and solution: a test does not ask these. */
  readonly practised: ReadonlySet<string>;
  readonly solved: ReadonlySet<string>;
}

export const emptyHistory: ItemHistory = { recent: new Set(), practised: new Set(), solved: new Set() };

/** What a draw looks at. */
export type Drawable = Pick<Item, 'id' | 'level' | 'objective'>;

/**
 * Draws the questions of a test from a pool: by level, spread over the objectives, neither those just practised nor
 * those seen of late while others are left, at random among equals. Served from easy to hard.
 */
export function drawTest<T extends Drawable>(
  pool: readonly T[],
  seen: Pick<ItemHistory, 'recent' | 'practised'>,
  chance: Chance,
  length: number = testLength,
): T[] {
  const drawn = new Set<T>();
  const plan = levelCounts(length);
  const asked = new Map<string | null, number>();
  const candidates = chance.shuffle(pool);
  const cost = ({ id, objective }: T) =>
    (asked.get(objective) ?? 0) + (seen.recent.has(id) ? 100 : 0) + (seen.practised.has(id) ? 1000 : 0);
  const take = (wanted: number, fits: (item: T) => boolean) => {
    for (let count = 0; count < wanted; count++) {
      const next = cheapest(candidates, cost, (item) => fits(item) && !drawn.has(item));
      if (!next) return;
      drawn.add(next);
      asked.set(next.objective, (asked.get(next.objective) ?? 0) + 1);
    }
  };
  for (const level of levels) take(plan[level], (item) => item.level === level);
  take(length - drawn.size, () => true);
  return fromEasyToHard([...drawn]);
}

/** The first of the least cost: the objective asked least, fresh ones before those seen of late. */
function cheapest<T>(
  candidates: readonly T[],
  cost: (item: T) => number,
  fits: (item: T) => boolean,
): T | undefined {
  let best: T | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const item of candidates) {
    if (!fits(item)) continue;
    const own = cost(item);
    if (own < least) [best, least] = [item, own];
  }
  return best;
}

/** Some of an activity's items: not those asked last time, then those not solved yet, at random among equals; in the author's order. */
export function drawFromActivity(
  items: readonly Item[],
  count: number,
  seen: Pick<ItemHistory, 'recent' | 'solved'>,
  chance: Chance,
): Item[] {
  const cost = ({ id }: Item) => (seen.recent.has(id) ? 2 : 0) + (seen.solved.has(id) ? 1 : 0);
  const chosen = byCost(chance.shuffle(items), cost).slice(0, count);
  return items.filter((item) => chosen.includes(item));
}

/**
 * Five items of the pool to practise: what was not asked in the last sittings, then what is not solved yet. However
 * often one practises, a whole test of items that were not practised of late stays in the pool. Empty when that leaves
 * too few. `excluded` holds what must not be asked now: the questions of a test that is open.
 */
export function drawDrill(
  pool: readonly Item[],
  seen: ItemHistory,
  excluded: ReadonlySet<string>,
  chance: Chance,
): Item[] {
  const drawn: Item[] = [];
  const cost = ({ id }: Item) =>
    (seen.recent.has(id) ? 4 : 0) + (seen.solved.has(id) ? 2 : 0) + (seen.practised.has(id) ? 1 : 0);
  const candidates = pool.filter(({ id, type }) => !excluded.has(id) && itemType(type).graded);
  for (const item of byCost(chance.shuffle(candidates), cost)) {
    if (drawn.length === drillLength) break;
    const taken = new Set([...seen.practised, ...drawn.map(({ id }) => id)]);
    if (leavesFullTest(pool, taken, item)) drawn.push(item);
  }
  return drawn.length < shortestDrill ? [] : fromEasyToHard(drawn);
}

/** Whether a test can still be drawn from items that were not practised, once this one is too. */
export function leavesFullTest(
  pool: readonly Item[],
  practised: ReadonlySet<string>,
  { id, level }: Pick<Item, 'id' | 'level'>,
): boolean {
  if (practised.has(id)) return true;
  const fresh = pool.filter((item) => !practised.has(item.id));
  return (
    fresh.length > testLength && fresh.filter((item) => item.level === level).length > standardCounts[level]
  );
}

function byCost(items: readonly Item[], cost: (item: Item) => number): Item[] {
  return items.toSorted((a, b) => cost(a) - cost(b));
}

function fromEasyToHard<T extends Pick<Item, 'level'>>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}
