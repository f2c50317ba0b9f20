import { plainTextOf } from './markdown/nodes.ts';
import type { Markdown, Task, TypedAnswer } from './question.ts';

/** A number that a format accepts, with the distance that still counts. */
export interface WeightedNumber {
  readonly value: number;
  readonly tolerance: number;
  /** In per cent. */
  readonly weight: number;
  readonly feedback: Markdown;
}

type NumberTask = Extract<Task, { kind: 'number' }>;

/** The range from `low` to `high`, both included, as a number with a tolerance. */
export function fromRange(low: number, high: number): { value: number; tolerance: number } {
  return { value: tidy((low + high) / 2), tolerance: tidy(Math.abs(high - low) / 2) };
}

/**
 * Our numbers share one tolerance: that of the first right one. Numbers that earned a part, or lie within a right one's
 * tolerance, are named in the changes.
 */
export function numberTask(
  numbers: readonly WeightedNumber[],
  units: readonly string[] = [],
): { readonly task: NumberTask; readonly changes: readonly string[] } {
  const best = Math.max(0, ...numbers.map(({ weight }) => weight));
  const right = numbers.filter(({ weight }) => weight > 0 && weight === best);
  const tolerance = right[0]?.tolerance ?? 0;
  const changes = right
    .filter((one) => one.tolerance !== tolerance)
    .map((one) => `${shown(one)} counts within ${tolerance} now, as the other right number does.`);
  const wrong: WeightedNumber[] = [];
  for (const one of numbers.filter((number) => !right.includes(number))) {
    const isCovered = right.some(({ value }) => Math.abs(value - one.value) <= tolerance * 2);
    if (one.weight > 0) changes.push(`${shown(one)} earned ${one.weight} %; it counts as wrong now.`);
    if (isCovered) {
      if (plainTextOf(one.feedback))
        changes.push(`The feedback on ${shown(one)} is left out, as it meets the right one.`);
    } else {
      if (one.tolerance !== tolerance && one.weight <= 0)
        changes.push(`The wrong ${shown(one)} is known within ${tolerance} now.`);
      wrong.push(one);
    }
  }
  const typed = (one: WeightedNumber, isRight: boolean): TypedAnswer => ({
    text: numberText(one.value),
    right: isRight,
    feedback: one.feedback,
  });
  return {
    task: {
      kind: 'number',
      answers: [...right.map((one) => typed(one, true)), ...wrong.map((one) => typed(one, false))],
      tolerance: tolerance > 0 ? numberText(tolerance) : null,
      units,
      asksUnit: false,
    },
    changes,
  };
}

const shown = ({ value, tolerance }: WeightedNumber): string =>
  tolerance > 0 ? `${numberText(value)} (± ${numberText(tolerance)})` : numberText(value);

/** Without the noise of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** As our items write numbers: no plus in the exponent. */
export const numberText = (value: number): string => `${value}`.replace('e+', 'e');

/** The tolerance of a number of ours in its own units. */
export function toleranceOf(number: string, tolerance: string | null): string {
  if (tolerance === null) return '0';
  const share = /^(.*?) ?%$/.exec(tolerance)?.[1];
  if (share === undefined) return tolerance;
  return numberText(tidy((Math.abs(Number(number)) * Number(share)) / 100));
}
