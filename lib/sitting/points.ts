import type { Item } from '#lib/item/registry.ts';
import { itemType } from '#lib/item/registry.ts';

const byLevel = { easy: 4, medium: 8, hard: 12 } as const;
const openItem = 2;

/** What the first right answer to an item pays, before retries and hints. */
export function fullPoints(item: Pick<Item, 'type' | 'level'>): number {
  return itemType(item.type).graded ? byLevel[item.level] : openItem;
}

/** Price of the next hint: a quarter of the item's points. Cards turn over for nothing. */
export function hintPrice(item: Pick<Item, 'type' | 'level'>): number {
  return itemType(item.type).freeHints ? 0 : fullPoints(item) / 4;
}

/**
 * Points for solving an item at the given try: all of them at the first, half at the second, a quarter after that
 * (open kinds, which nobody fails, always pay in full), less the price of each opened hint, but never under 1. Paid once for each item and person.
 */
export function pointsFor(item: Pick<Item, 'type' | 'level'>, attempt: number, hintsOpened: number): number {
  const share = !itemType(item.type).graded || attempt === 1 ? 1 : attempt === 2 ? 1 / 2 : 1 / 4;
  const net = fullPoints(item) * share - hintPrice(item) * hintsOpened;
  return Math.max(1, Math.round(net));
}

/** The rule as every page prints it. */
export const pointsRule =
  'A question pays once: 4 points when it is easy, 8 when medium, 12 when hard, 2 for cards and open questions. The second try pays half, later ones a quarter; a hint costs a quarter; a solved question pays at least 1. Tests pay nothing.';
