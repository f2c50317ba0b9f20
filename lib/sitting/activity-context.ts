import type { Item } from '#lib/item/registry.ts';
import type { ActivityKind } from '#lib/lesson/activities.ts';
import type { Delivery } from '#lib/lesson/delivery.ts';
import type { Lesson, Track } from '#lib/lesson/lesson.ts';
import type { Draft } from './draft.ts';
import type { SittingSlug } from './drill.ts';
import type { PaymentFacts } from './points.ts';
import type { SittingAddress } from './served-item.ts';
import type { Sitting, StoredResponse, StoredServing } from './sitting.ts';

/** An activity for one user: the items it serves, its rules, and the user's current or next sitting. */
export interface ActivityContext {
  readonly userId: string;
  readonly lesson: Lesson;
  /** The track of the lesson. */
  readonly track: Track | undefined;
  readonly activity: SittingSlug;
  readonly kind: ActivityKind;
  readonly delivery: Delivery;
  /** All items that the activity may serve. */
  readonly all: readonly Item[];
  /** The items that this sitting serves; for a challenge or test that is not started, all. */
  readonly items: readonly Item[];
  readonly address: SittingAddress;
  readonly seed: string;
  /** The open sitting; null when none is. */
  readonly open: Sitting | null;
  /** The newest sitting, open or closed. */
  readonly latest: Sitting | null;
  /** The stored data of the items of `latest`, by item id. */
  readonly records: ItemRecords;
  /** What the payments of its items depend on, by item id; empty where nothing is paid. */
  readonly payments: ReadonlyMap<string, PaymentFacts>;
}

export interface ActivityName {
  readonly lesson: string;
  readonly activity: string;
}

/** The stored data of one item in one sitting. */
export interface ItemRecord {
  readonly serving: StoredServing;
  /** Oldest first. */
  readonly responses: readonly StoredResponse[];
  readonly draft: Draft | undefined;
}

export type ItemRecords = ReadonlyMap<string, ItemRecord>;

/** The record of an item in the open sitting. */
export const openRecord = ({ open, records }: ActivityContext, itemId: string): ItemRecord | undefined =>
  open ? records.get(itemId) : undefined;

/** The context as pages show it: with the open sitting or else the newest one. */
export function shownContext(context: ActivityContext): ActivityContext {
  const shown = context.open ?? context.latest;
  if (!shown) return context;
  return { ...context, seed: shown.seed, address: { ...context.address, ordinal: shown.ordinal } };
}

/** The context after a change of its sitting. */
export function withSitting(
  context: ActivityContext,
  sitting: Sitting,
  changed: readonly ItemRecord[] = [],
): ActivityContext {
  const before = context.latest?.id === sitting.id ? context.records : [];
  return {
    ...context,
    address: { ...context.address, ordinal: sitting.ordinal },
    seed: sitting.seed,
    open: sitting.closedAt ? null : sitting,
    latest: sitting,
    records: new Map([...before, ...changed.map((record) => [record.serving.itemId, record] as const)]),
  };
}
