import type { Tx } from '#db/client.ts';
import { openServing } from '#db/servings.ts';
import { closeSitting, openSitting, type Sitting } from '#db/sittings.ts';
import { timeFactor } from '#lib/access/clock.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { Item } from '#lib/item/registry.ts';
import { deadline, hasRunOut } from '#lib/sitting/clock.ts';
import { selectsItemsPerLearner } from '#lib/sitting/drill.ts';
import type { ActivityContext } from './activity-context.ts';
import { type ItemRecord, itemsOf, readSitting } from './read-sitting.ts';

/** The user of a sitting, with the settings that lengthen clocks. */
export type SittingUser = Pick<SessionUser, 'id' | 'clockFactor' | 'timeAllowance'>;

/** Opens the first item that was not served yet, unless the user is still working on another one. */
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
  const isWorking = [...records.values()].some((record) => !mayContinue(record, now));
  const next = itemsOf(context, sitting).find(({ id }) => !records.has(id));
  if (!isWorking && next) await openItem(tx, { context, sitting, item: next, user, now });
}

/** Whether the next item may be opened: this one is settled, or its time is over, even if its grace is not. */
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

/** Stores a sitting that so far existed only as a seed. Of two parallel calls, both return the one that was stored. */
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
  delivery.draw !== null || selectsItemsPerLearner(activity) ? 'drawn' : 'whole';
