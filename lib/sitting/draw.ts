import type { Chance } from '#lib/chance/chance.ts';
import { fitsBeside, mostInTest } from '#lib/item/apart.ts';
import { type Item, itemType, type Level, levels } from '#lib/item/registry.ts';

export const testLength = 10;

/** How many items of each level a test has: 30 % easy, 30 % hard and the rest medium. */
const levelCounts = (length: number): Record<Level, number> => {
  const outer = Math.round(0.3 * length);
  return { easy: outer, medium: length - 2 * outer, hard: outer };
};
const standardCounts = levelCounts(testLength);

export const drillLength = 5;
/** After a text that has asked three questions or more itself. */
const shortDrillLength = 2;

/** How many questions of the pool follow a text that holds so many of its own. */
export const drillLengthAfter = (questions: number): number =>
  questions < 3 ? drillLength : shortDrillLength;

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
export type Drawable = Pick<Item, 'id' | 'level' | 'objective' | 'apart'>;

/**
 * Draws the questions of a test from a pool: by level, spread over the objectives, at random among equals. Practised and
 * recent items are drawn only when no others are left; two items of a group that is kept apart never are. The result is sorted from easy to hard.
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
  const groups = new Set<string>();
  const candidates = chance.shuffle(pool);
  const objectives = new Set(pool.map(({ objective }) => objective)).size;
  const draw = (wanted: number, level: Level | 'any') => {
    for (let count = 0; count < wanted; count++) {
      const leastCost = timesAsked.size < objectives ? 0 : Math.min(...timesAsked.values());
      const next = cheapest(candidates, { level, drawn, groups, timesAsked, history, leastCost });
      if (!next) return;
      drawn.add(next);
      if (next.apart !== undefined) groups.add(next.apart);
      timesAsked.set(next.objective, (timesAsked.get(next.objective) ?? 0) + 1);
    }
  };
  for (const level of levels) draw(plan[level], level);
  draw(length - drawn.size, 'any');
  return fromEasyToHard([...drawn]);
}

/** The state of a draw. No candidate costs less than `leastCost`, so one that costs as much ends the search. */
interface DrawState<T> {
  readonly level: Level | 'any';
  readonly drawn: ReadonlySet<T>;
  readonly groups: ReadonlySet<string>;
  readonly timesAsked: ReadonlyMap<string | null, number>;
  readonly history: Pick<ItemHistory, 'recent' | 'practised'>;
  readonly leastCost: number;
}

/** The first candidate of the level that may be drawn and has the lowest cost. A plain loop: simulations draw millions. */
function cheapest<T extends Drawable>(
  candidates: readonly T[],
  { level, drawn, groups, timesAsked, history, leastCost }: DrawState<T>,
): T | undefined {
  let best: T | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const item of candidates) {
    if ((level !== 'any' && item.level !== level) || drawn.has(item) || !fitsBeside(item, groups)) continue;
    const cost =
      (timesAsked.get(item.objective) ?? 0) +
      (history.recent.has(item.id) ? 100 : 0) +
      (history.practised.has(item.id) ? 1000 : 0);
    if (cost === leastCost) return item;
    if (cost < least) {
      best = item;
      least = cost;
    }
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
 * Draws items of the pool to practise, five if not told otherwise, preferring items that were not asked in the last sittings, then unsolved
 * ones. Enough items for a whole test always stay unpractised. Empty when that leaves too few. `excluded`: the questions
 * of an open test.
 */
export function drawDrill(
  pool: readonly Item[],
  history: ItemHistory,
  excluded: ReadonlySet<string>,
  { chance, length = drillLength }: { readonly chance: Chance; readonly length?: number },
): Item[] {
  const drawn: Item[] = [];
  const cost = ({ id }: Item) =>
    (history.recent.has(id) ? 4 : 0) + (history.solved.has(id) ? 2 : 0) + (history.practised.has(id) ? 1 : 0);
  const candidates = pool.filter(({ id, type }) => !excluded.has(id) && itemType(type).graded);
  for (const item of byCost(chance.shuffle(candidates), cost)) {
    if (drawn.length === length) break;
    const taken = new Set([...history.practised, ...drawn.map(({ id }) => id)]);
    if (leavesFullTest(pool, taken, item)) drawn.push(item);
  }
  return drawn.length < Math.min(shortestDrill, length) ? [] : fromEasyToHard(drawn);
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
    mostInTest(fresh) > testLength &&
    mostInTest(fresh.filter((item) => item.level === level)) > standardCounts[level]
  );
}

function byCost(items: readonly Item[], cost: (item: Item) => number): Item[] {
  return items.toSorted((a, b) => cost(a) - cost(b));
}

function fromEasyToHard<T extends Pick<Item, 'level'>>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}
