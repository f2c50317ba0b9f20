import type { Tx } from '#db/client.ts';
import { lockPerson, type Person } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import type { StartRefusal } from '#lib/sitting/refusals.ts';
import type { Place, PlaceName } from './activity-context.ts';
import { findPlace } from './find-activity-context.ts';
import { viewSitting } from './view-sitting.ts';

/** A person, whose row is locked, and the activity in which they start something. */
export interface StartContext {
  readonly person: Person;
  readonly user: SessionUser;
  readonly place: Place;
  readonly now: Date;
}

/** Lets `work` start something in an activity, one start at a time for each person, and shows it. */
export async function startActivity(
  world: World,
  user: SessionUser,
  name: PlaceName,
  work: (tx: Tx, beginner: StartContext) => Promise<Place | StartRefusal>,
): Promise<Result<SittingView, StartRefusal>> {
  const now = world.now();
  const begun = await world.database.transaction(async (tx): Promise<Place | StartRefusal> => {
    const person = await lockPerson(tx, user.id);
    const place = await placeAgain(tx, world, user.id, name, now);
    return person && place ? work(tx, { person, user, place, now }) : 'not-found';
  });
  return typeof begun === 'string' ? refuse(begun) : ok(await viewSitting(world.database.db, begun, now));
}

/** The place as it stands by now. */
export async function placeAgain(
  tx: Tx,
  world: World,
  userId: string,
  { lesson, activity }: PlaceName,
  now: Date,
): Promise<Place | undefined> {
  return findPlace(tx, await world.library(), world.secret, userId, { lesson, activity }, now);
}
