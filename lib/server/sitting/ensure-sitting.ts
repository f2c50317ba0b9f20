import type { Tx } from '#db/client.ts';
import { openServing } from '#db/servings.ts';
import { addToSitting, type Sitting } from '#db/sittings.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { World } from '#lib/server/world.ts';
import type { ActivityContext } from './activity-context.ts';
import { type SittingUser, storeSitting } from './open-item.ts';
import { mayJoinSitting } from './select-items.ts';

export interface ItemRequest {
  readonly context: ActivityContext;
  readonly found: FoundItem;
  readonly user: SittingUser;
  readonly now: Date;
  /** The posted version proves that this item was shown to this user with the sitting's seed. */
  readonly shown: boolean;
}

/**
 * The sitting of an activity that starts by itself, with this item open; it is stored with its first answer or hint.
 * Undefined when the sitting does not serve the item.
 */
export async function ensureSitting(
  tx: Tx,
  world: World,
  { context, found: { item }, user, now, shown }: ItemRequest,
): Promise<Sitting | undefined> {
  const serves = context.items.some(({ id }) => id === item.id);
  if (!serves && !(shown && (await mayJoinSitting(tx, context, item, now)))) return undefined;
  const items = serves ? context.items : [...context.items, item];
  const sitting = context.open ?? (await storeSitting(tx, { context, items, user, id: world.newId(), now }));
  if (!sitting.itemIds.includes(item.id)) await addToSitting(tx, sitting, item.id);
  await openServing(tx, { sittingId: sitting.id, itemId: item.id, openedAt: now, deadlineAt: null });
  return sitting;
}
