import type { PartState } from '#lib/item/item-type.ts';

/** What is known of the steps of an answer, by their ids. */
export interface OrderFeedback {
  readonly parts: Readonly<Record<string, PartState>>;
  /** The steps in the order that was graded. */
  readonly answered: readonly string[];
  /** No attempts are left: the words say how it was, not what to do. */
  readonly final: boolean;
}

/**
 * What to say beside each step, given the order on the page now. Steps that are right are so relative to each other, not
 * to their places: they are named by the numbers that they have now, as long as they still stand as they were graded.
 */
export function orderWords(
  current: readonly string[],
  { parts, answered, final }: OrderFeedback,
): ReadonlyMap<string, string> {
  const isWhole = answered.every((id) => parts[id] === 'right');
  return new Map(
    current.flatMap((id): [string, string][] => {
      if (parts[id] === 'wrong') return [[id, final ? 'Out of order' : 'Move this']];
      if (parts[id] !== 'right') return [];
      const others = current.filter((other) => other !== id && parts[other] === 'right');
      const kept = others.filter((other) => isBefore(answered, id, other) === isBefore(current, id, other));
      if (isWhole && kept.length === others.length) return [[id, 'In order']];
      const numbers = kept.map((other) => `${current.indexOf(other) + 1}`);
      return numbers.length > 0 ? [[id, `In order with ${listed(numbers)}`]] : [];
    }),
  );
}

const isBefore = (order: readonly string[], one: string, other: string): boolean =>
  order.indexOf(one) < order.indexOf(other);

function listed(numbers: readonly string[]): string {
  const last = numbers.at(-1) ?? '';
  return numbers.length < 2 ? last : `${numbers.slice(0, -1).join(', ')} and ${last}`;
}
