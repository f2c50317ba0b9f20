import type { Chance } from '#lib/chance/chance.ts';
import { type Item, itemType, type Level, levels } from '#lib/item/registry.ts';

export const testLength = 10;

/** How many items of each level a test has: 30 % easy, 30 % hard and the rest medium. */
const levelCounts = (length: number): Record<Level, number> => {
  const outer = Math.round(0.3 * length);
  return { easy: outer, medium: length - 2 * outer, hard: outer };
};
const standardCounts = levelCounts(testLength);

export const drillLength = 5;
/** With fewer items no drill is offered. */
const shortestDrill = 3;

/** Which items of a pool a learner has already been served, by item id. */
export interface ItemHistory {
  /** Asked in the last sittings; avoided while others are left. */
  readonly recent: ReadonlySet<string>;
  /** Practised recently with feedback and solution; avoided in tests. */
  readonly practised: ReadonlySet<string>;
  readonly solved: ReadonlySet<string>;
}

export const emptyHistory: ItemHistory = { recent: new Set(), practised: new Set(), solved: new Set() };

/** The parts of an item that a draw depends on. */
export type Drawable = Pick<Item, 'id' | 'level' | 'objective'>;

/**
 * Draws the questions of a test from a pool: by level, spread over the objectives, at random among equals. Practised and
 * recent items are drawn only when no others are left. The result is sorted from easy to hard.
 */
export function drawTest<T extends Drawable>(
  pool: readonly T[],
  history: Pick<ItemHistory, 'recent' | 'practised'>,
  chance: Chance,
  length: number = testLength,
): T[] {
  const drawn = new Set<T>();
  const plan = levelCounts(length);
  const timesAsked = new Map<string | null, number>();
  const candidates = chance.shuffle(pool);
  const cost = ({ id, objective }: T) =>
    (timesAsked.get(objective) ?? 0) +
    (history.recent.has(id) ? 100 : 0) +
    (history.practised.has(id) ? 1000 : 0);
  const draw = (wanted: number, isEligible: (item: T) => boolean) => {
    for (let count = 0; count < wanted; count++) {
      const next = cheapest(candidates, cost, (item) => isEligible(item) && !drawn.has(item));
      if (!next) return;
      drawn.add(next);
      timesAsked.set(next.objective, (timesAsked.get(next.objective) ?? 0) + 1);
    }
  };
  for (const level of levels) draw(plan[level], (item) => item.level === level);
  draw(length - drawn.size, () => true);
  return fromEasyToHard([...drawn]);
}

/** The first candidate that fits and has the lowest cost. */
function cheapest<T>(
  candidates: readonly T[],
  cost: (item: T) => number,
  isEligible: (item: T) => boolean,
): T | undefined {
  let best: T | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const item of candidates) {
    if (!isEligible(item)) continue;
    const itemCost = cost(item);
    if (itemCost < least) [best, least] = [item, itemCost];
  }
  return best;
}

/** Draws `count` items of an activity, preferring items that are neither recent nor solved, at random among equals. Keeps the author's order. */
export function drawFromActivity(
  items: readonly Item[],
  count: number,
  history: Pick<ItemHistory, 'recent' | 'solved'>,
  chance: Chance,
): Item[] {
  const cost = ({ id }: Item) => (history.recent.has(id) ? 2 : 0) + (history.solved.has(id) ? 1 : 0);
  const chosen = byCost(chance.shuffle(items), cost).slice(0, count);
  return items.filter((item) => chosen.includes(item));
}

/**
 * Draws five items of the pool to practise, preferring items that were not asked in the last sittings, then unsolved
 * ones. Enough items for a whole test always stay unpractised. Empty when that leaves too few. `excluded`: the questions
 * of an open test.
 */
export function drawDrill(
  pool: readonly Item[],
  history: ItemHistory,
  excluded: ReadonlySet<string>,
  chance: Chance,
): Item[] {
  const drawn: Item[] = [];
  const cost = ({ id }: Item) =>
    (history.recent.has(id) ? 4 : 0) + (history.solved.has(id) ? 2 : 0) + (history.practised.has(id) ? 1 : 0);
  const candidates = pool.filter(({ id, type }) => !excluded.has(id) && itemType(type).graded);
  for (const item of byCost(chance.shuffle(candidates), cost)) {
    if (drawn.length === drillLength) break;
    const taken = new Set([...history.practised, ...drawn.map(({ id }) => id)]);
    if (leavesFullTest(pool, taken, item)) drawn.push(item);
  }
  return drawn.length < shortestDrill ? [] : fromEasyToHard(drawn);
}

/** Whether a whole test of unpractised items remains after this item is practised too. */
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
