import { chance } from '#lib/chance/chance.ts';
import { type Item, itemType, type SecretItem } from '#lib/item/registry.ts';
import { variantOfSitting } from '#lib/item/variants.ts';
import type { Delivery } from '#lib/lesson/delivery.ts';
import { noPaymentFacts } from './points.ts';
import { type ServedItem, type SittingAddress, serve, sittingPath } from './served-item.ts';

export interface SheetItemInput {
  readonly item: Item;
  readonly secret: SecretItem;
  readonly lessonId: string;
  readonly activity: string;
  readonly delivery: Delivery;
  /** With the right answer, its feedback and the solution: for readers who may see answers. */
  readonly withAnswer: boolean;
  readonly now: Date;
}

/** The address of the items of an activity’s sheet, which belong to nobody’s sitting. */
export const sheetAddress = (lessonId: string, activity: string): SittingAddress => ({
  lessonId,
  activity,
  ordinal: 0,
});

/** An item of a sheet to print. Options have the same order with and without answers, so that both can lie side by side. */
export function sheetItem({ withAnswer, ...facts }: SheetItemInput): ServedItem {
  const address = sheetAddress(facts.lessonId, facts.activity);
  const seed = `${sittingPath(address)}/sheet`;
  const { item, secret } = variantOfSitting(facts, seed);
  const type = itemType(item.type);
  const right = () => type.exampleAnswer(item.body, secret.key, true, chance(seed));
  return serve({
    item,
    secret,
    seed,
    address,
    delivery: { ...facts.delivery, pays: false },
    used: withAnswer ? 1 : 0,
    // The other side of a card is its answer.
    hintsOpened: withAnswer && type.freeHints ? secret.hints.length : 0,
    points: 0,
    payment: noPaymentFacts,
    passage: null,
    deadline: null,
    closed: withAnswer,
    last: withAnswer ? { answer: right(), solved: true } : null,
    draft: undefined,
    now: facts.now,
  });
}
