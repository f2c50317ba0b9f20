import { z } from 'zod';
import type { Db } from '#db/client.ts';
import { listCredits } from '#db/credits.ts';
import { findServing } from '#db/servings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import type { World } from '#lib/server/world.ts';
import type { ClockFacts, Credit } from '#lib/sitting/clock-reading.ts';

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
  const context = await findActivityContext(db, {
    library: await world.library(),
    secret: world.secret,
    userId: user.id,
    name: request,
    now: world.now(),
  });
  const serving = context?.open ? await findServing(db, context.open.id, request.item) : undefined;
  if (!serving || serving.settledAt !== null) return undefined;
  const credits = await creditsOf(db, serving.sittingId, serving.itemId);
  // The time is read last, so that it is as close as possible to the time at which the reply is sent.
  return { deadline: serving.deadlineAt?.getTime() ?? null, credits, now: world.now().getTime() };
}

/** The pauses that were credited to an item. Times in milliseconds since 1970. */
export async function creditsOf(db: Db, sittingId: string, itemId: string): Promise<Credit[]> {
  return (await listCredits(db, sittingId, itemId)).map(({ awayFrom, awayTo, addedMs }) => ({
    awayFrom: awayFrom.getTime(),
    awayTo: awayTo.getTime(),
    addedMs,
  }));
}
