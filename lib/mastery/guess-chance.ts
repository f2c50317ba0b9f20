import { type Item, itemType, type Key } from '#lib/item/registry.ts';

/** Chance that somebody who knows nothing answers an item right, 0..1; nothing for typed text and code. */
export function guessChance({ type, body }: Pick<Item, 'type' | 'body'>, key: Key): number {
  return itemType(type).guessProbability?.(body, key) ?? 0;
}
