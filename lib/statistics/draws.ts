import type { Chance } from '#lib/chance/chance.ts';

/** Random numbers for simulations, from a seeded source. */
export interface Draws {
  /** Uniform over 0 up to, not including, 1. */
  uniform(): number;
  happens(probability: number): boolean;
  /** From the normal distribution (Box and Muller, 1958). */
  normal(mean?: number, sd?: number): number;
  /** An index of the list, with its weight as probability; the weights add up to 1. */
  index(weights: ArrayLike<number>): number;
}

export function draws(chance: Pick<Chance, 'below'>): Draws {
  const uniform = () => chance.below(2 ** 32) / 2 ** 32;
  return {
    uniform,
    happens: (probability) => uniform() < probability,
    normal: (mean = 0, sd = 1) =>
      mean + sd * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    index: (weights) => {
      let rest = uniform();
      for (let at = 0; at < weights.length; at++) {
        rest -= weights[at] ?? 0;
        if (rest < 0) return at;
      }
      return weights.length - 1;
    },
  };
}
