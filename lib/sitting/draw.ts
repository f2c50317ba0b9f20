import type { Chance } from '#lib/item/item-type.ts';
import { type Item, itemType, type Level, levels } from '#lib/item/registry.ts';

/** Ten questions: three easy, four medium, three hard, where the pool has them. */
const plan: Record<Level, number> = { easy: 3, medium: 4, hard: 3 };
export const testLength = 10;

export const drillLength = 5;
/** Fewer are not worth a section of their own. */
const shortestDrill = 3;

/** What a person has met of a pool, by item id. */
export interface Met {
  /** Asked in the last sittings: not again while others are left. */
  readonly recent: ReadonlySet<string>;
  /** Practised of late, with feedback and solution: a test does not ask these. */
  readonly practised: ReadonlySet<string>;
  readonly solved: ReadonlySet<string>;
}

export const metNothing: Met = { recent: new Set(), practised: new Set(), solved: new Set() };

/**
 * Draws the questions of a test from a pool: by level, spread over the objectives, neither those just practised nor
 * those seen of late while others are left, at random among equals. Served from easy to hard.
 */
export function drawTest(
  pool: readonly Item[],
  met: Pick<Met, 'recent' | 'practised'>,
  chance: Chance,
): Item[] {
  const drawn: Item[] = [];
  const candidates = chance.shuffle(pool);
  const take = (wanted: number, fits: (item: Item) => boolean) => {
    for (let count = 0; count < wanted; count++) {
      const left = candidates.filter((item) => fits(item) && !drawn.includes(item));
      const next = leastAsked(left, drawn, met);
      if (next) drawn.push(next);
    }
  };
  for (const level of levels) take(plan[level], (item) => item.level === level);
  take(testLength - drawn.length, () => true);
  return fromEasyToHard(drawn);
}

/** The first candidate whose objective has been asked least, fresh ones before those seen of late. */
function leastAsked(
  candidates: readonly Item[],
  drawn: readonly Item[],
  { recent, practised }: Pick<Met, 'recent' | 'practised'>,
): Item | undefined {
  const asked = (item: Item) => drawn.filter((other) => other.objective === item.objective).length;
  const cost = (item: Item) =>
    asked(item) + (recent.has(item.id) ? 100 : 0) + (practised.has(item.id) ? 1000 : 0);
  return candidates.reduce<Item | undefined>(
    (best, item) => (!best || cost(item) < cost(best) ? item : best),
    undefined,
  );
}

/** Some of an activity's items: not those asked last time, then those not solved yet, at random among equals; in the author's order. */
export function drawSome(
  items: readonly Item[],
  count: number,
  met: Pick<Met, 'recent' | 'solved'>,
  chance: Chance,
): Item[] {
  const cost = ({ id }: Item) => (met.recent.has(id) ? 2 : 0) + (met.solved.has(id) ? 1 : 0);
  const chosen = byCost(chance.shuffle(items), cost).slice(0, count);
  return items.filter((item) => chosen.includes(item));
}

/**
 * Five items of the pool to practise: what was not asked in the last sittings, then what is not solved yet. However
 * often one practises, a whole test of items that were not practised of late stays in the pool. Empty when that leaves
 * too few. `barred` holds what must not be asked now: the questions of a test that is open.
 */
export function drawDrill(
  pool: readonly Item[],
  met: Met,
  barred: ReadonlySet<string>,
  chance: Chance,
): Item[] {
  const drawn: Item[] = [];
  const cost = ({ id }: Item) =>
    (met.recent.has(id) ? 4 : 0) + (met.solved.has(id) ? 2 : 0) + (met.practised.has(id) ? 1 : 0);
  const candidates = pool.filter(({ id, type }) => !barred.has(id) && itemType(type).graded);
  for (const item of byCost(chance.shuffle(candidates), cost)) {
    if (drawn.length === drillLength) break;
    const taken = new Set([...met.practised, ...drawn.map(({ id }) => id)]);
    if (leavesTest(pool, taken, item)) drawn.push(item);
  }
  return drawn.length < shortestDrill ? [] : fromEasyToHard(drawn);
}

/** Whether a test can still be drawn from items that were not practised, once this one is too. */
export function leavesTest(
  pool: readonly Item[],
  practised: ReadonlySet<string>,
  { id, level }: Pick<Item, 'id' | 'level'>,
): boolean {
  if (practised.has(id)) return true;
  const fresh = pool.filter((item) => !practised.has(item.id));
  return fresh.length > testLength && fresh.filter((item) => item.level === level).length > plan[level];
}

function byCost(items: readonly Item[], cost: (item: Item) => number): Item[] {
  return items.toSorted((a, b) => cost(a) - cost(b));
}

function fromEasyToHard(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}
