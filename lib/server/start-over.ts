import { closeSitting } from '#db/sittings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { findPlace } from './place.ts';
import type { PlaceForm } from './start-sitting.ts';
import type { World } from './world.ts';

/** Closes the open sitting of an activity that begins by itself, so that its questions can be answered afresh. */
export async function startOver(
  world: World,
  user: SessionUser,
  name: PlaceForm,
): Promise<Result<null, 'not-found'>> {
  const library = await world.library();
  return world.database.transaction(async (tx) => {
    const place = await findPlace(tx, library, world.secret, user.id, name, world.now());
    if (!place || place.delivery.starts !== 'by-itself') return refuse('not-found');
    if (place.open) await closeSitting(tx, place.open.id, world.now());
    return ok(null);
  });
}
