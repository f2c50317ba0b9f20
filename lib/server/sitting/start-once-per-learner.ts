import type { Tx } from '#db/client.ts';
import { lockPerson, type Person } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import type { ActivityContext, ActivityName } from '#lib/sitting/activity-context.ts';
import type { StartRefusal } from '#lib/sitting/refusals.ts';
import { findActivityContext } from './find-activity-context.ts';
import { viewSitting } from './view-sitting.ts';

/** A user, whose row is locked, and the activity in which a sitting is started. */
export interface StartContext {
  readonly person: Person;
  readonly user: SessionUser;
  readonly context: ActivityContext;
  readonly now: Date;
}

/** Runs `work`, which starts a sitting of an activity, and returns the view of it. Each user has one start at a time. */
export async function startOncePerLearner(
  world: World,
  user: SessionUser,
  { lesson, activity }: ActivityName,
  work: (tx: Tx, start: StartContext) => Promise<ActivityContext | StartRefusal>,
): Promise<Result<SittingView, StartRefusal>> {
  const now = world.now();
  return world.database.transaction(async (tx) => {
    const person = await lockPerson(tx, user.id);
    const request = { userId: user.id, name: { lesson, activity }, now };
    const context = await findActivityContext(tx, world, request);
    const started = person && context ? await work(tx, { person, user, context, now }) : 'not-found';
    return typeof started === 'string' ? refuse(started) : ok(await viewSitting(tx, started, now));
  });
}
