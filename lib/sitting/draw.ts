import type { Chance } from '#lib/item/item-type.ts';
import type { Item, Level } from '#lib/item/registry.ts';

/** Ten questions: three easy, four medium, three hard, where the pool has them. */
const plan: Record<Level, number> = { easy: 3, medium: 4, hard: 3 };
export const testLength = 10;

/** What a draw looks at. */
export type Drawable = Pick<Item, 'id' | 'level' | 'objective'>;

/**
 * Draws the questions of a test from a pool: by level, spread over the objectives, not those seen of late while others
 * are left, at random among equals. Served from easy to hard.
 */
export function drawTest<T extends Drawable>(
  pool: readonly T[],
  recent: ReadonlySet<string>,
  chance: Chance,
): T[] {
  const drawn = new Set<T>();
  const asked = new Map<string | null, number>();
  const fresh = chance.shuffle(pool.filter((item) => !recent.has(item.id)));
  const stale = chance.shuffle(pool.filter((item) => recent.has(item.id)));
  const candidates = [...fresh, ...stale];
  const cost = (item: T) => (asked.get(item.objective) ?? 0) + (recent.has(item.id) ? 100 : 0);
  const take = (wanted: number, fits: (item: T) => boolean) => {
    for (let count = 0; count < wanted; count++) {
      const next = cheapest(candidates, cost, (item) => fits(item) && !drawn.has(item));
      if (!next) return;
      drawn.add(next);
      asked.set(next.objective, (asked.get(next.objective) ?? 0) + 1);
    }
  };
  for (const level of ['easy', 'medium', 'hard'] as const) take(plan[level], (item) => item.level === level);
  take(testLength - drawn.size, () => true);
  const rank: Record<Level, number> = { easy: 0, medium: 1, hard: 2 };
  return [...drawn].toSorted((a, b) => rank[a.level] - rank[b.level]);
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
