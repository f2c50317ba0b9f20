import {
  absolute,
  compare,
  type Decimal,
  decimalOf,
  isWhole,
  minus,
  plus,
  significantDigits,
  times,
} from './decimal.ts';

/** The distance from the right number that still counts: in units of the answer, or as a share of it. */
export interface Tolerance {
  readonly size: number;
  readonly relative: boolean;
}

/** The distance from a number that still counts. */
export function allowedDistance(value: Decimal, { size, relative }: Tolerance): Decimal {
  // A share in per cent was divided by 100 as a binary fraction, which may have changed its last digits.
  const width = decimalOf(`${Number(size.toPrecision(15))}`);
  return relative ? times(width, absolute(value)) : width;
}

/**
 * Whether a number counts as another one: their distance, in exact decimal arithmetic, is at most the tolerance plus
 * the noise of binary fractions.
 */
export function isWithin(given: Decimal, value: Decimal, tolerance: Tolerance): boolean {
  const allowed = plus(allowedDistance(value, tolerance), noise(given, value));
  return compare(absolute(minus(given, value)), allowed) <= 0;
}

const zero = decimalOf('0');
const noiseShare = decimalOf('1e-12');
const mostNoise = decimalOf('1e-6');

/** Noise of binary fractions only shows in numbers of this many digits: 15 digits are printed as they were read. */
const printedDigits = 16;

/**
 * The error that a program may add when it prints 0.30000000000000004 for 0.3: at most a share of 1e-12, and a millionth.
 * Only a fraction of 16 digits or more can have one, and a key of as many digits is meant exactly.
 */
function noise(given: Decimal, value: Decimal): Decimal {
  const mayHaveNoise = !isWhole(given) && significantDigits(given) >= printedDigits;
  if (!mayHaveNoise || significantDigits(value) >= printedDigits) return zero;
  const width = times(noiseShare, absolute(value));
  return compare(width, mostNoise) > 0 ? mostNoise : width;
}
