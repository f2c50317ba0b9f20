import type { Item } from '#lib/item/registry.ts';
import { itemType } from '#lib/item/registry.ts';

const byLevel = { easy: 4, medium: 8, hard: 12 } as const;
const openItem = 2;

/** Points for a right first attempt without hints. */
export function fullPoints(item: Pick<Item, 'type' | 'level'>): number {
  return itemType(item.type).graded ? byLevel[item.level] : openItem;
}

/** Points that the next hint costs: a quarter of the item's points. Turning a card over is free. */
export function hintPrice(item: Pick<Item, 'type' | 'level'>): number {
  return itemType(item.type).freeHints ? 0 : fullPoints(item) / 4;
}

/**
 * Points for solving an item at the given attempt: all of them at the first, half at the second, a quarter after that,
 * minus the price of each opened hint, and at least 1. Ungraded kinds always pay in full. Each item pays once per learner.
 */
export function pointsFor(item: Pick<Item, 'type' | 'level'>, attempt: number, hintsOpened: number): number {
  const share = !itemType(item.type).graded || attempt === 1 ? 1 : attempt === 2 ? 1 / 2 : 1 / 4;
  const net = fullPoints(item) * share - hintPrice(item) * hintsOpened;
  return Math.max(1, Math.round(net));
}
