import type { Tx } from '#db/client.ts';
import { openServing } from '#db/servings.ts';
import type { Item } from '#lib/item/registry.ts';
import type { World } from '#lib/server/world.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import { type ClockSettings, openedItem, sittingFor } from '#lib/sitting/new-sitting.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { mayJoinSitting } from './select-items.ts';
import { storeSitting } from './store-sitting.ts';

/**
 * The stored sitting of a hint or draft, with its item open; else why there is none. `shown`: the posted version proves that
 * the item was shown to this user with the sitting's seed.
 */
export async function ensureSitting(
  tx: Tx,
  world: Pick<World, 'newId'>,
  context: ActivityContext,
  {
    item,
    user,
    now,
    shown,
  }: { readonly item: Item; readonly user: ClockSettings; readonly now: Date; readonly shown: boolean },
): Promise<Sitting | 'settled' | 'not-open' | 'outside'> {
  const isServed = context.items.includes(item);
  const joins = !isServed && shown && (await mayJoinSitting(tx, context, item, now));
  const sitting = sittingFor(context, item, { joins, id: world.newId(), now });
  if (typeof sitting === 'string') return sitting;
  await storeSitting(tx, context, sitting);
  const isOpen = context.open && context.records.has(item.id);
  if (!isOpen) await openServing(tx, openedItem(context, sitting, { item, user, now }).serving);
  return sitting;
}
