import { closeSitting } from '#db/sittings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { borrows } from '#lib/sitting/drill.ts';
import type { MissedRefusal } from '#lib/sitting/refusals.ts';
import { endOverItems } from './end-item.ts';
import { findPlace } from './find-activity-context.ts';
import { openNext, storeSitting } from './open-item.ts';
import { isSolved, itemsOf, readSitting } from './read-sitting.ts';
import type { PlaceForm } from './start-sitting.ts';
import { isDone, viewSitting } from './view-sitting.ts';

/**
 * Begins another round of an activity with what was missed in the last one alone. A round of a challenge's missed
 * problems earns no badge. A test has none: its verdict rests on a draw. Null where the activity begins by itself.
 */
export async function missedAgain(
  world: World,
  user: SessionUser,
  name: PlaceForm,
): Promise<Result<SittingView | null, MissedRefusal>> {
  const now = world.now();
  const library = await world.library();
  const find = (db: Parameters<typeof findPlace>[0]) =>
    findPlace(db, library, world.secret, user.id, name, now);
  const refused = await world.database.transaction(async (tx) => {
    const place = await find(tx);
    if (!place || place.activity === 'test' || borrows(place.activity)) return 'not-found' as const;
    const onRequest = place.delivery.starts === 'on-request';
    const last = place.open ?? (onRequest ? place.latest : null);
    if (!last) return 'none-missed' as const;
    if (place.open) await endOverItems(tx, world, { sitting: last, place }, now);
    const records = await readSitting(tx, last.id);
    const runs = place.open?.itemIds.some((id) => !isDone(records.get(id), place, now));
    if (onRequest && runs) return 'none-missed' as const;
    const wasMissed = (id: string) => !isSolved(records.get(id)) && (onRequest || records.get(id)?.last);
    const missed = itemsOf({ ...place, items: place.all }, last).filter(({ id }) => wasMissed(id));
    if (missed.length === 0) return 'none-missed' as const;
    await closeSitting(tx, last.id, now);
    const fresh = await find(tx);
    if (!fresh) return 'not-found' as const;
    const sitting = await storeSitting(tx, fresh, missed, user, world.newId(), now, { scope: 'missed' });
    if (onRequest) await openNext(tx, fresh, sitting, user, now);
    return null;
  });
  if (refused) return refuse(refused);
  const place = await find(world.database.db);
  const shown = place?.delivery.starts === 'on-request' ? place : null;
  return ok(shown && (await viewSitting(world.database.db, shown, now)));
}
