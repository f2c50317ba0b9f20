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

/** Half the width of what counts: in units of the answer, or as a share of it. */
export interface Tolerance {
  readonly size: number;
  readonly relative: boolean;
}

/** Half the width of what counts around a number. */
export function allowedDistance(value: Decimal, { size, relative }: Tolerance): Decimal {
  // A share in per cent was divided by 100 as a binary fraction, which may have changed its last digits.
  const width = decimalOf(`${Number(size.toPrecision(15))}`);
  return relative ? times(width, absolute(value)) : width;
}

/**
 * Whether a number counts as another one: their distance, in decimal arithmetic, is within the tolerance, both ends
 * included. Without a tolerance the number alone counts. To either the noise of binary fractions is added.
 */
export function isWithin(given: Decimal, value: Decimal, tolerance: Tolerance): boolean {
  const allowed = plus(allowedDistance(value, tolerance), noise(given, value));
  return compare(absolute(minus(given, value)), allowed) <= 0;
}

const zero = decimalOf('0');
const noiseShare = decimalOf('1e-12');
const mostNoise = decimalOf('1e-6');

/** No number of fewer digits is the printed noise of a binary fraction: up to 15 digits come out as they went in. */
const printedDigits = 16;

/**
 * What a program may have added when it printed 0.30000000000000004 for 0.3: at most a share of 1e-12, and a millionth.
 * Only a fraction of 16 digits or more has such a tail, and a key of as many digits means each of them.
 */
function noise(given: Decimal, value: Decimal): Decimal {
  const hasTail = !isWhole(given) && significantDigits(given) >= printedDigits;
  if (!hasTail || significantDigits(value) >= printedDigits) return zero;
  const width = times(noiseShare, absolute(value));
  return compare(width, mostNoise) > 0 ? mostNoise : width;
}
