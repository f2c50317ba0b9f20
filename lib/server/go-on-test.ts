import { lockPerson } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { SittingView, StartRefusal } from '#lib/sitting/sitting-view.ts';
import { leadOn } from './lead-on.ts';
import { storeSitting } from './open-item.ts';
import { findPlace, type Place } from './place.ts';
import type { PlaceForm } from './start-sitting.ts';
import { reread } from './start-test.ts';
import { openVerdict } from './test-result.ts';
import { viewSitting } from './view-sitting.ts';
import type { World } from './world.ts';

/** Goes on with a test that stayed open: its answers keep counting, and further questions are asked one by one. */
export async function goOnTest(
  world: World,
  user: SessionUser,
  name: PlaceForm,
): Promise<Result<SittingView, StartRefusal>> {
  const now = world.now();
  const library = await world.library();
  const started = await world.database.transaction(async (tx): Promise<Place | StartRefusal> => {
    const person = await lockPerson(tx, user.id);
    const place = await findPlace(tx, library, world.secret, user.id, name, now);
    if (!person || place?.kind.mode !== 'test') return 'not-found';
    if (place.open) return place;
    const before = await openVerdict(tx, place, now);
    if (!before) return 'not-open';
    const sitting = await storeSitting(tx, place, [], user, world.newId(), now, {
      scope: 'stepwise',
      most: world.testRule.most,
      continues: before.sittingId,
    });
    await leadOn(tx, place, sitting, user, now);
    return reread(tx, world, place, now);
  });
  return typeof started === 'string'
    ? refuse(started)
    : ok(await viewSitting(world.database.db, started, now));
}
