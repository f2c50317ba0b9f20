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
  const drawn: T[] = [];
  const fresh = chance.shuffle(pool.filter((item) => !recent.has(item.id)));
  const stale = chance.shuffle(pool.filter((item) => recent.has(item.id)));
  const candidates = [...fresh, ...stale];
  const take = (wanted: number, fits: (item: T) => boolean) => {
    for (let count = 0; count < wanted; count++) {
      const left = candidates.filter((item) => fits(item) && !drawn.includes(item));
      const next = leastAsked(left, drawn, recent);
      if (next) drawn.push(next);
    }
  };
  for (const level of ['easy', 'medium', 'hard'] as const) take(plan[level], (item) => item.level === level);
  take(testLength - drawn.length, () => true);
  const rank: Record<Level, number> = { easy: 0, medium: 1, hard: 2 };
  return drawn.toSorted((a, b) => rank[a.level] - rank[b.level]);
}

/** The first candidate whose objective has been asked least, fresh ones before those seen of late. */
function leastAsked<T extends Drawable>(
  candidates: readonly T[],
  drawn: readonly T[],
  recent: ReadonlySet<string>,
): T | undefined {
  const asked = new Map<string | null, number>();
  for (const { objective } of drawn) asked.set(objective, (asked.get(objective) ?? 0) + 1);
  const cost = (item: T) => (asked.get(item.objective) ?? 0) + (recent.has(item.id) ? 100 : 0);
  return candidates.reduce<T | undefined>(
    (best, item) => (!best || cost(item) < cost(best) ? item : best),
    undefined,
  );
}
