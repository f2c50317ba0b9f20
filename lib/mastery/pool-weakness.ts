import type { Finding, Lesson } from '#lib/lesson/lesson.ts';
import { type PoolItem, priorDifficulty } from './item-knowledge.ts';
import { standardRule } from './test-rule.ts';
import { strongShare } from './verdict-card.ts';

const knower = 0.85;
/** The least share of tests in which somebody who knows 85 % must be called strong. */
const leastStrong = 0.01;
/** A pool that is mended as told reaches this share in the first ten questions. */
const mendedStrong = 0.05;
const tests = 200;
/** A pool that calls somebody strong in these first few tests is not simulated further. */
const firstTests = 40;
const mostAdded = 64;

/**
 * What is to be said when a test of this pool does not call anybody strong in its first questions: an error when it does not
 * when continued either, otherwise a warning. Says how many items would change it.
 */
export function poolWeakness(lesson: Lesson, pool: readonly PoolItem[]): Finding[] {
  const strong = (more: readonly PoolItem[], count: number, continuing = false) =>
    strongShare([...pool, ...more], standardRule, lesson.id, { tests: count, knows: knower, continuing });
  if (strong([], firstTests) > 0 || strong([], tests) >= leastStrong) return [];
  const never = strong([], tests, true) < leastStrong;
  const needed = (guess: number) =>
    leastCount((count) => strong(added(pool, guess, count), tests) >= mendedStrong);
  const ways = [
    wayOf(needed(0), 'that cannot be guessed (typed answers, blanks to type, an order of steps)'),
    wayOf(needed(0.25), 'with four options'),
  ].filter((way) => way !== null);
  const cure = `${ways.length > 0 ? `Add ${ways.join(', or ')}; or replace` : 'Replace'} those that can be guessed most easily.`;
  const what = never
    ? 'With these items a test never calls anybody strong'
    : 'With these items a test never calls anybody strong in its first questions, only when it is continued';
  const message = `${what}: a guess is right too often. Somebody who knows 85 % of the ${pool.length} items was called strong in less than one of a hundred simulated tests. ${cure}`;
  const { file = '', line = 1 } = lesson.pool[0]?.source ?? {};
  return [{ file, line, column: 1, severity: never ? 'error' : 'warning', rule: 'pool-weak', message }];
}

const wayOf = (count: number | null, kind: string): string | null =>
  count === null ? null : `${count} more ${kind}`;

/** The least count that suffices, by halving; null if 64 do not. */
function leastCount(suffices: (count: number) => boolean): number | null {
  if (!suffices(mostAdded)) return null;
  let [few, enough] = [0, mostAdded];
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (suffices(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}

/** Items with the levels and objectives of the pool in turn. */
function added(pool: readonly PoolItem[], guess: number, count: number): PoolItem[] {
  return Array.from({ length: count }, (_, at): PoolItem => {
    const { level = 'medium', objective = null } = pool[at % pool.length] ?? {};
    const difficulty = priorDifficulty(level);
    return { id: `added-${at}`, level, objective, guess, slope: 1, difficulty, answers: 0 };
  });
}
