import type { Item } from '#lib/item/registry.ts';
import { itemType } from '#lib/item/registry.ts';

const byLevel = { easy: 4, medium: 8, hard: 12 } as const;
const openItem = 2;

type Priced = Pick<Item, 'type' | 'level'>;

/** What an item pays depends on: everything that a learner has done with it so far, in all sittings. */
export interface PaymentFacts {
  /** Answers that were graded. */
  readonly tries: number;
  /** The most hints of it that were opened in one sitting. */
  readonly hintsOpened: number;
  /** Points that it has paid. */
  readonly points: number;
}

export const noPaymentFacts: PaymentFacts = { tries: 0, hintsOpened: 0, points: 0 };

/** Points for a right first attempt without hints. */
export function fullPoints(item: Priced): number {
  return itemType(item.type).graded ? byLevel[item.level] : openItem;
}

/** Points that a hint costs: a quarter of the item's points. Turning a card over is free. */
export function hintPrice(item: Priced): number {
  return itemType(item.type).freeHints ? 0 : fullPoints(item) / 4;
}

/**
 * Points for solving an item at the given attempt: all of them at the first, half at the second, a quarter after that,
 * minus the price of each opened hint, and at least 1. Ungraded kinds always pay in full. Each item pays once per learner.
 */
export function pointsFor(item: Priced, attempt: number, hintsOpened: number): number {
  const share = !itemType(item.type).graded || attempt === 1 ? 1 : attempt === 2 ? 1 / 2 : 1 / 4;
  const net = fullPoints(item) * share - hintPrice(item) * hintsOpened;
  return Math.max(1, Math.round(net));
}

/** Points that a right answer pays now; 0 once the item has paid. The ledger pays this, and pages show it. */
export function paymentOf(item: Priced, { tries, hintsOpened, points }: PaymentFacts): number {
  return points > 0 ? 0 : pointsFor(item, tries + 1, hintsOpened);
}

/**
 * What a right answer pays now, at the next attempt, and so on, until it falls no further or no attempts are left (null: no
 * limit). Empty once the item has paid.
 */
export function paymentsAhead(item: Priced, facts: PaymentFacts, left: number | null): number[] {
  const payments: number[] = [];
  for (let more = 0; more < (left ?? Number.POSITIVE_INFINITY); more++) {
    const payment = paymentOf(item, { ...facts, tries: facts.tries + more });
    if (payment === 0 || payment === payments.at(-1)) break;
    payments.push(payment);
  }
  return payments;
}

/** By how many points the next hint lowers what a right answer pays now. `opened`: hints opened in this sitting. */
export function fallByHint(item: Priced, facts: PaymentFacts, opened: number): number {
  const hintsOpened = Math.max(facts.hintsOpened, opened + 1);
  return paymentOf(item, facts) - paymentOf(item, { ...facts, hintsOpened });
}
