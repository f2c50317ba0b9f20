import type { Chance } from '#lib/item/item-type.ts';
import type { Item, Level } from '#lib/item/registry.ts';

/** Ten questions: three easy, four medium, three hard, where the pool has them. */
const plan: Record<Level, number> = { easy: 3, medium: 4, hard: 3 };
export const testLength = 10;

/**
 * Draws the questions of a test from a pool: by level, spread over the objectives, not those seen of late while others
 * are left, at random among equals. Served from easy to hard.
 */
export function drawTest(pool: readonly Item[], recent: ReadonlySet<string>, chance: Chance): Item[] {
  const drawn: Item[] = [];
  const fresh = chance.shuffle(pool.filter((item) => !recent.has(item.id)));
  const stale = chance.shuffle(pool.filter((item) => recent.has(item.id)));
  const candidates = [...fresh, ...stale];
  const take = (wanted: number, fits: (item: Item) => boolean) => {
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
function leastAsked(
  candidates: readonly Item[],
  drawn: readonly Item[],
  recent: ReadonlySet<string>,
): Item | undefined {
  const asked = (item: Item) => drawn.filter((other) => other.objective === item.objective).length;
  const cost = (item: Item) => asked(item) + (recent.has(item.id) ? 100 : 0);
  return candidates.reduce<Item | undefined>(
    (best, item) => (!best || cost(item) < cost(best) ? item : best),
    undefined,
  );
}
