import type { Tx } from '#db/client.ts';
import { openServing } from '#db/servings.ts';
import { closeSitting, openSitting, type Sitting } from '#db/sittings.ts';
import { timeFactor } from '#lib/access/clock.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { Item } from '#lib/item/registry.ts';
import { deadline, hasRunOut } from '#lib/sitting/clock.ts';
import { servesOtherItems } from '#lib/sitting/drill.ts';
import type { ActivityContext } from './activity-context.ts';
import { type ItemRecord, itemsOf, readSitting } from './read-sitting.ts';

/** Who sits: their clock goes with them. */
export type SittingUser = Pick<SessionUser, 'id' | 'clockFactor' | 'timeAllowance'>;

/** Within a transaction: the first item not yet served, unless one is still being worked on. */
export async function openNext(
  tx: Tx,
  {
    context,
    sitting,
    user,
    now,
  }: {
    readonly context: ActivityContext;
    readonly sitting: Sitting;
    readonly user: SittingUser;
    readonly now: Date;
  },
): Promise<void> {
  const records = await readSitting(tx, sitting.id);
  const working = [...records.values()].some((record) => !mayContinue(record, now));
  const next = itemsOf(context, sitting).find(({ id }) => !records.has(id));
  if (!working && next) await openItem(tx, { context, sitting, item: next, user, now });
}

/** Whether the next item may be opened: this one is settled, or its clock has run out, though an answer just sent still counts. */
export function mayContinue({ serving }: ItemRecord, now: Date): boolean {
  return serving !== undefined && (serving.settledAt !== null || hasRunOut(serving.deadlineAt, now));
}

/** Opens an item and starts its clock. */
export async function openItem(
  tx: Tx,
  {
    context: { delivery },
    sitting,
    item,
    user,
    now,
  }: {
    readonly context: Pick<ActivityContext, 'delivery'>;
    readonly sitting: Sitting;
    readonly item: Item;
    readonly user: SittingUser;
    readonly now: Date;
  },
): Promise<void> {
  await openServing(tx, {
    sittingId: sitting.id,
    itemId: item.id,
    openedAt: now,
    deadlineAt: deadline(now, delivery.clock ? item.timeMs : null, timeFactor(user)),
  });
}

/** Stores the sitting that so far existed only as a seed; of two that race, both get the one stored. */
export async function storeSitting(
  tx: Tx,
  {
    context,
    items,
    user,
    id,
    now,
    more = {},
  }: {
    readonly context: ActivityContext;
    readonly items: readonly Item[];
    readonly user: Pick<SittingUser, 'id'>;
    readonly id: string;
    readonly now: Date;
    readonly more?: Partial<Pick<Sitting, 'scope' | 'most' | 'continues'>>;
  },
): Promise<Sitting> {
  if (context.latest && !context.latest.closedAt) await closeSitting(tx, context.latest.id, now);
  const sitting = await openSitting(tx, {
    id,
    userId: user.id,
    ...context.address,
    seed: context.seed,
    itemIds: items.map((item) => item.id),
    scope: scopeOf(context),
    ...more,
    startedAt: now,
  });
  if (!sitting) throw new Error('A sitting was neither stored nor found');
  return sitting;
}

const scopeOf = ({ delivery, activity }: ActivityContext): Sitting['scope'] =>
  delivery.draw !== null || servesOtherItems(activity) ? 'drawn' : 'whole';
