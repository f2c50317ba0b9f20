import { createHash } from 'node:crypto';

/** True in `npm run test:long`; every other command runs the short form. */
export const isLong = process.env.TEST_LENGTH === 'long';

/** The seed of this run. `npm test` prints it; the same seed draws the same cases. */
const seed = process.env.TEST_SEED || '1';

/**
 * The cases to run: all of them in the long form, a sample of `few` in the short form. `about` makes two samples of one
 * run independent.
 */
export function sampled<T>(cases: readonly T[], few: number, about: string): T[] {
  return isLong ? [...cases] : drawSample(cases, few, `${seed}/${about}`);
}

/** A sample drawn by the seed, in the original order. */
export function drawSample<T>(cases: readonly T[], few: number, luck: string): T[] {
  const rank = (at: number) => createHash('sha256').update(`${luck}/${at}`).digest('hex');
  const drawn = cases
    .map((_, at) => ({ at, rank: rank(at) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, few);
  const places = new Set(drawn.map(({ at }) => at));
  return cases.filter((_, at) => places.has(at));
}
