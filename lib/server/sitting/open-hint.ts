import { z } from 'zod';
import { findServing, takeHint } from '#db/servings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { itemType } from '#lib/item/registry.ts';
import type { Submitted } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';
import { isAskedAt } from '#lib/sitting/drill.ts';
import type { HintRefusal } from '#lib/sitting/refusals.ts';
import { shownVersion } from '#lib/sitting/served-item.ts';
import { sittingWith } from './ensure-sitting.ts';
import { findPlace } from './find-activity-context.ts';
import { readSitting, servedItem } from './read-sitting.ts';
import { viewSitting } from './view-sitting.ts';

export const HintRequest = z.object({
  lesson: one(z.string().max(120)),
  activity: one(z.string().max(40)),
  sitting: one(z.coerce.number().int().min(1)),
  item: one(z.string().max(120)),
  version: one(z.string().max(64)).optional(),
  /** How many hints the page shows: a request for the next one that is sent again opens none beyond it. */
  seen: one(z.coerce.number().int().min(0)).optional(),
});

/** Opens the next hint of an item and records that; its price falls due only if the item is solved. */
export async function openHint(
  world: World,
  user: SessionUser,
  input: z.infer<typeof HintRequest>,
): Promise<Result<Submitted, HintRefusal>> {
  const now = world.now();
  const library = await world.library();
  const found = library.item(input.item);
  if (!found || found.lesson.id !== input.lesson || !isAskedAt(found.activity, input.activity))
    return refuse('not-found');
  const type = itemType(found.item.type);
  const refused = await world.database.transaction(async (tx): Promise<HintRefusal | null> => {
    const place = await findPlace(tx, library, world.secret, user.id, input, now);
    if (!place) return 'not-found';
    if (!place.delivery.hints && !type.freeHints) return 'no-hints';
    if (place.address.ordinal !== input.sitting) return 'settled';
    if (place.delivery.starts === 'on-request' && !place.open) return 'not-open';
    const onRequest = place.delivery.starts === 'on-request';
    if (onRequest && !place.open?.itemIds.includes(input.item)) return 'outside';
    const shown = shownVersion(found.item, place.seed) === input.version;
    const sitting = onRequest ? place.open : await sittingWith(tx, world, { place, found, user, now, shown });
    if (!sitting) return 'outside';
    const { seen } = input;
    const taken = await takeHint(tx, sitting.id, input.item, { hints: found.item.hintCount, seen });
    if (taken !== undefined) return null;
    const opened = (await findServing(tx, sitting.id, input.item))?.hintsOpened ?? 0;
    return seen !== undefined && opened > seen ? null : 'no-hints';
  });
  if (refused) return refuse(refused);
  const { db } = world.database;
  const place = await findPlace(db, library, world.secret, user.id, input, now);
  if (!place) return refuse('not-found');
  const records = await readSitting(db, place.open?.id);
  return ok({
    kind: 'recorded',
    item: servedItem(place, found.item, records.get(input.item), now, false),
    gained: 0,
    totals: null,
    badge: null,
    sitting: place.delivery.starts === 'on-request' ? await viewSitting(db, place, now) : null,
    progress: null,
  });
}
