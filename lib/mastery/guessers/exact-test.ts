/** One guess: the credit it earned, the credit of a hit, and the probability of a hit by chance alone. */
export interface Guess {
  readonly credit: number;
  readonly hit: number;
  readonly chance: number;
}

/** Credits are thirds, quarters, sixths and so on. As multiples of 1/2520 they add up without rounding. */
const part = 2520;

/**
 * The exact probability that such guesses earn at least the credit they did, by convolving the distributions of the
 * guesses. With equal probabilities and one option per guess it is the upper tail of the binomial distribution. Takes time
 * in the square of the number of guesses: 2,000 of them some tens of milliseconds.
 */
export function upperTail(guesses: readonly Guess[]): number {
  const steps = guesses.map(({ hit }) => Math.round(hit * part));
  const step = steps.reduce(commonDivisor, 0) || 1;
  const places = steps.reduce((sum, whole) => sum + whole / step, 0);
  const spread = new Float64Array(places + 1);
  spread[0] = 1;
  let most = 0;
  for (const [at, { chance }] of guesses.entries()) {
    const up = (steps[at] ?? 0) / step;
    most += up;
    for (let sum = most; sum >= 0; sum--) {
      const hit = sum >= up ? (spread[sum - up] ?? 0) * chance : 0;
      spread[sum] = (spread[sum] ?? 0) * (1 - chance) + hit;
    }
  }
  const earned = guesses.reduce((sum, { credit }) => sum + Math.round(credit * part), 0) / step;
  const tail = spread.subarray(Math.ceil(earned)).reduce((sum, p) => sum + p, 0);
  return Math.min(1, tail);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/**
 * P-values adjusted for their number after Holm (Scandinavian Journal of Statistics 6, 1979): those that are at most
 * `level` are significant at a familywise error rate of `level`. In the order of `ps`.
 */
export function adjusted(ps: readonly number[]): number[] {
  const order = ps.map((p, at) => ({ p, at })).toSorted((a, b) => a.p - b.p);
  const found = new Map<number, number>();
  let most = 0;
  for (const [rank, { p, at }] of order.entries()) {
    most = Math.max(most, Math.min(1, p * (ps.length - rank)));
    found.set(at, most);
  }
  return ps.map((_, at) => found.get(at) ?? 1);
}
