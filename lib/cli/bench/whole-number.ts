import { UsageError } from '#lib/cli/command/verb.ts';

/** A whole number from an option, within bounds. */
export function wholeNumber(name: string, given: string, [least, most]: readonly [number, number]): number {
  const number = Number(given);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`--${name} is a whole number from ${least} to ${most}, not "${given}".`);
}
