import { localDay } from '#lib/progress/streak.ts';

/** Tests of one lesson that somebody may begin on one of their own calendar days. */
export const testsPerDay = 3;
/** As long as this after its end a test that stayed open may be gone on with. */
export const goOnMs = 24 * 60 * 60_000;

/**
 * Whoever repeats a test until luck says strong would make the word worth nothing: with three tests, somebody who knows
 * half of the pool is called strong in about one day of ten, with thirty in two of three.
 */
export function mayTestAgain(starts: readonly Date[], now: Date, timeZone: string): boolean {
  const today = localDay(now, timeZone);
  return starts.filter((start) => localDay(start, timeZone) === today).length < testsPerDay;
}

/** The rule as every page prints it. */
export const retakeRule = `You may begin ${testsPerDay} tests of a lesson a day. Each asks other questions, is judged by its own answers alone, and the newest counts, up or down.`;
