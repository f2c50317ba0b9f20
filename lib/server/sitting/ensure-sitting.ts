import type { Tx } from '#db/client.ts';
import { openServing } from '#db/servings.ts';
import { addToSitting, type Sitting } from '#db/sittings.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { World } from '#lib/server/world.ts';
import type { Place } from './activity-context.ts';
import { type Sitter, storeSitting } from './open-item.ts';
import { mayJoin } from './select-items.ts';

export interface Asked {
  readonly place: Place;
  readonly found: FoundItem;
  readonly user: Sitter;
  readonly now: Date;
  /** The page proved that this item was shown to this person under this sitting's seed. */
  readonly shown: boolean;
}

/**
 * The sitting of an activity that begins by itself, stored with its first answer or hint, with this item on the table.
 * Undefined when the item is not among those that it serves.
 */
export async function sittingWith(
  tx: Tx,
  world: World,
  { place, found: { item }, user, now, shown }: Asked,
): Promise<Sitting | undefined> {
  const serves = place.items.some(({ id }) => id === item.id);
  if (!serves && !(shown && (await mayJoin(tx, place, item, now)))) return undefined;
  const items = serves ? place.items : [...place.items, item];
  const sitting = place.open ?? (await storeSitting(tx, place, items, user, world.newId(), now));
  if (!sitting.itemIds.includes(item.id)) await addToSitting(tx, sitting, item.id);
  await openServing(tx, { sittingId: sitting.id, itemId: item.id, openedAt: now, deadlineAt: null });
  return sitting;
}
