import { createHash } from 'node:crypto';

/** `npm run test:long` says so; everything else runs the short form. */
export const isLong = process.env.TEST_LENGTH === 'long';

/** Of this run; `npm test` prints it, and the same one draws the same cases again. */
const seed = process.env.TEST_SEED || '1';

/**
 * The cases that are run: all of them in the long form, in the short form `few` that the run's seed draws. `about`
 * keeps two draws of one run apart.
 */
export function sampled<T>(cases: readonly T[], few: number, about: string): T[] {
  return isLong ? [...cases] : drawSample(cases, few, `${seed}/${about}`);
}

/** In their own order. */
export function drawSample<T>(cases: readonly T[], few: number, luck: string): T[] {
  const rank = (at: number) => createHash('sha256').update(`${luck}/${at}`).digest('hex');
  const drawn = cases
    .map((_, at) => ({ at, rank: rank(at) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, few);
  const places = new Set(drawn.map(({ at }) => at));
  return cases.filter((_, at) => places.has(at));
}
