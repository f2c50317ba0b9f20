/** One guess: what it earned, what a hit earns, and the chance of a hit for somebody who knows nothing. */
export interface Guess {
  readonly credit: number;
  readonly hit: number;
  readonly chance: number;
}

/** Credits are thirds, quarters, sixths …: as whole numbers of this part they add up without rounding. */
const part = 2520;

/**
 * The exact chance that such guesses earn at least what they did, by adding up the distribution guess by guess.
 * With equal chances and one option picked each time this is the upper tail of the binomial distribution.
 */
export function upperTail(guesses: readonly Guess[]): number {
  const whole = (credit: number) => Math.round(credit * part);
  const spread = guesses.reduce(
    (before, { hit, chance }) => {
      const after = new Map<number, number>();
      const add = (sum: number, p: number) => after.set(sum, (after.get(sum) ?? 0) + p);
      for (const [sum, p] of before) {
        if (chance > 0) add(sum + whole(hit), p * chance);
        if (chance < 1) add(sum, p * (1 - chance));
      }
      return after;
    },
    new Map([[0, 1]]),
  );
  const earned = guesses.reduce((sum, { credit }) => sum + whole(credit), 0);
  const tail = [...spread].reduce((p, [sum, chance]) => (sum >= earned ? p + chance : p), 0);
  return Math.min(1, tail);
}

/** Which of several tests remain significant at `level` when all are looked at together (Holm 1979). */
export function holm(ps: readonly number[], level: number): boolean[] {
  const order = ps.map((p, at) => ({ p, at })).toSorted((a, b) => a.p - b.p);
  const failed = order.findIndex(({ p }, rank) => p > level / (ps.length - rank));
  const passed = new Set((failed === -1 ? order : order.slice(0, failed)).map(({ at }) => at));
  return ps.map((_, at) => passed.has(at));
}
