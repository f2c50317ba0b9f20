import { closeSitting } from '#db/sittings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { drillHost } from '#lib/sitting/drill.ts';
import { findPlace } from './find-activity-context.ts';
import { storeSitting } from './open-item.ts';
import type { PlaceForm } from './start-sitting.ts';

/** Closes the open sitting of an activity that begins by itself, so that its questions can be answered afresh or others are drawn. */
export async function startOver(
  world: World,
  user: SessionUser,
  name: PlaceForm,
): Promise<Result<null, 'not-found'>> {
  const library = await world.library();
  return world.database.transaction(async (tx) => {
    const place = await findPlace(tx, library, world.secret, user.id, name, world.now());
    if (!place || place.delivery.starts !== 'by-itself') return refuse('not-found');
    // A draw that nobody answered is passed over as well.
    const drawn = place.delivery.draw !== null || drillHost(place.activity) !== undefined;
    const now = world.now();
    const open =
      place.open ?? (drawn ? await storeSitting(tx, place, place.items, user, world.newId(), now) : null);
    if (open) await closeSitting(tx, open.id, now);
    return ok(null);
  });
}
