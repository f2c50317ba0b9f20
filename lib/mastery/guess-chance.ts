import { type Item, itemType, type Key } from '#lib/item/registry.ts';

/** Probability that a learner who knows nothing answers an item right, 0..1; 0 for typed text and code. */
export function guessChance({ type, body }: Pick<Item, 'type' | 'body'>, key: Key): number {
  return itemType(type).guessProbability?.(body, key) ?? 0;
}
