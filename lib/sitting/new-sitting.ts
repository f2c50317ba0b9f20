import { timeFactor } from '#lib/access/clock.ts';
import type { Item } from '#lib/item/registry.ts';
import type { ActivityContext, ItemRecord } from './activity-context.ts';
import { deadline } from './clock.ts';
import { selectsItemsPerLearner } from './drill.ts';
import type { Sitting, StoredServing } from './sitting.ts';

/** The factors by which a user's clocks are lengthened. */
export interface ClockSettings {
  readonly clockFactor: number;
  readonly timeAllowance: number;
}

/** A sitting that so far existed only as a seed. */
export function newSitting(
  { userId, address: { lessonId, activity, ordinal }, seed, delivery }: ActivityContext,
  {
    id,
    items,
    now,
    more = {},
  }: {
    readonly id: string;
    readonly items: readonly Item[];
    readonly now: Date;
    readonly more?: Partial<Pick<Sitting, 'scope' | 'most' | 'continues'>>;
  },
): Sitting {
  const isDrawn = delivery.draw !== null || selectsItemsPerLearner(activity);
  return {
    ...{ id, userId, lessonId, activity, ordinal, seed },
    itemIds: items.map((item) => item.id),
    scope: isDrawn ? 'drawn' : 'whole',
    continues: null,
    most: null,
    ...more,
    startedAt: now,
    closedAt: null,
  };
}

/**
 * The sitting of an answer, hint or draft: the open one, or a new one for an activity that starts by itself; else why there
 * is none. `joins`: whether an item that it does not serve may be added to it.
 */
export function sittingFor(
  context: ActivityContext,
  item: Item,
  { joins, id, now }: { readonly joins: boolean; readonly id: string; readonly now: Date },
): Sitting | 'settled' | 'not-open' | 'outside' {
  const { open, items } = context;
  if (context.delivery.starts === 'on-request') {
    if (!open) return context.latest ? 'settled' : 'not-open';
    if (!open.itemIds.includes(item.id)) return 'outside';
    return context.records.has(item.id) ? open : 'not-open';
  }
  const serves = items.some((one) => one.id === item.id);
  if (!serves && !joins) return 'outside';
  const sitting = open ?? newSitting(context, { id, items, now });
  const isIncluded = sitting.itemIds.includes(item.id);
  return isIncluded ? sitting : { ...sitting, itemIds: [...sitting.itemIds, item.id] };
}

/** An item that is opened now, with its clock. */
export function openedItem(
  { delivery }: Pick<ActivityContext, 'delivery'>,
  sitting: Sitting,
  { item, user, now }: { readonly item: Item; readonly user: ClockSettings; readonly now: Date },
): ItemRecord {
  const serving: StoredServing = {
    sittingId: sitting.id,
    itemId: item.id,
    used: 0,
    bestScore: 0,
    hintsOpened: 0,
    openedAt: now,
    deadlineAt: deadline(now, delivery.clock ? item.timeMs : null, timeFactor(user)),
    solved: false,
    settledAt: null,
  };
  return { serving, responses: [], draft: undefined };
}
