import type { Chance } from '#lib/chance/chance.ts';

const steps = 1_000_000;

/** A number in [0, 1). */
export const unit = (chance: Chance): number => chance.below(steps) / steps;

export const between = (chance: Chance, low: number, high: number): number =>
  low + unit(chance) * (high - low);

export const happens = (chance: Chance, probability: number): boolean => unit(chance) < probability;

/** Standard normal, by Box and Muller. */
export function normal(chance: Chance): number {
  const distance = Math.sqrt(-2 * Math.log(1 - unit(chance)));
  return distance * Math.cos(2 * Math.PI * unit(chance));
}

/** One of the values, each as likely as its weight. */
export function weighted<T>(chance: Chance, values: readonly (readonly [T, number])[]): T {
  const total = values.reduce((sum, [, weight]) => sum + weight, 0);
  let left = unit(chance) * total;
  for (const [value, weight] of values) {
    left -= weight;
    if (left < 0) return value;
  }
  const [last] = values.at(-1) ?? [];
  if (last === undefined) throw new Error('Nothing to choose from');
  return last;
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
