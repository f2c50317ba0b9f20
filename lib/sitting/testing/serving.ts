import type { ReadItem } from '#lib/item/testing/read-item.ts';
import { deliveryByMode, type Mode } from '#lib/lesson/delivery.ts';
import type { Draft } from '#lib/sitting/draft.ts';
import { noPaymentFacts } from '#lib/sitting/points.ts';
import type { Serving } from '#lib/sitting/served-item.ts';

export const now = new Date('2026-11-22T10:00:00Z');

/** An item in the first sitting of an activity, before any answer. */
export function servingOf(
  { item, secret }: Pick<ReadItem, 'item' | 'secret'>,
  mode: Mode,
  more: Partial<Serving> = {},
): Serving {
  return {
    item,
    secret,
    seed: 'seed',
    address: { lessonId: 'lesson', activity: mode, ordinal: 1 },
    delivery: deliveryByMode[mode],
    used: more.last ? 1 : 0,
    hintsOpened: 0,
    points: 0,
    payment: noPaymentFacts,
    passage: null,
    deadline: null,
    closed: false,
    last: null,
    draft: undefined,
    now,
    ...more,
  };
}

/** A draft with these fields. */
export function draftOf(fields: Draft['fields']): Draft {
  return {
    fields,
    savedAt: now,
    revision: 1,
    device: 'page',
    validFields: fields,
    validAt: now,
    others: [],
    turns: [{ device: 'page', turn: 1 }],
  };
}
