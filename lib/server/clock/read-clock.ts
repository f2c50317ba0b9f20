import { z } from 'zod';
import type { SessionUser } from '#lib/access/user.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { creditsOf } from '#lib/server/sitting/view-sitting.ts';
import type { World } from '#lib/server/world.ts';
import { openRecord } from '#lib/sitting/activity-context.ts';
import type { ClockFacts } from '#lib/sitting/clock-reading.ts';

export const ClockRequest = z.object({
  lesson: z.string().max(120),
  activity: z.string().max(40),
  item: z.string().max(120),
});

/** The clock of an item that the user has open; undefined when it is not open or is settled. */
export async function readClock(
  world: World,
  user: Pick<SessionUser, 'id'>,
  request: z.output<typeof ClockRequest>,
): Promise<ClockFacts | undefined> {
  const { db } = world.database;
  const name = { lesson: request.lesson, activity: request.activity };
  const context = await findActivityContext(db, world, {
    userId: user.id,
    name,
    now: world.now(),
    itemId: request.item,
  });
  const serving = context && openRecord(context, request.item)?.serving;
  if (!serving || serving.settledAt !== null) return undefined;
  const credits = await creditsOf(db, serving.sittingId, serving.itemId);
  // The time is read last, so that it is as close as possible to the time at which the reply is sent.
  return { deadline: serving.deadlineAt?.getTime() ?? null, credits, now: world.now().getTime() };
}
