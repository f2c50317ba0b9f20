import type { Tx } from '#db/client.ts';
import { lockRunningServings, setDeadline } from '#db/clocks.ts';
import { recordCredit } from '#db/credits.ts';
import { findServerFact, replaceServerFact } from '#db/server-facts.ts';
import type { World } from '#lib/server/world.ts';
import { creditMs } from '#lib/sitting/clock.ts';

const fact = 'alive-at';

/** A gap between two heartbeats, which come every few seconds, that counts as a pause of the server. */
export const pauseMs = 15_000;

/**
 * Records that the server is running. After a pause, every clock that ran when it began gets the time of the pause
 * back. Of several processes the one that replaces the last heartbeat credits the pause, so it is credited once.
 * Returns the number of items that were credited.
 */
export async function recordHeartbeat(world: World): Promise<number> {
  return world.database.transaction(async (tx) => {
    const now = world.now();
    const previous = await findServerFact(tx, fact);
    const isFirst = await replaceServerFact(tx, fact, previous, now.toISOString());
    if (!isFirst || previous === undefined) return 0;
    const from = new Date(previous);
    return now.getTime() - from.getTime() > pauseMs ? creditPause(tx, { from, to: now }) : 0;
  });
}

async function creditPause(tx: Tx, pause: { from: Date; to: Date }): Promise<number> {
  let credited = 0;
  for (const { sittingId, itemId, openedAt, deadlineAt } of await lockRunningServings(tx, pause.from)) {
    const addedMs = creditMs({ openedAt, deadlineAt }, pause);
    if (deadlineAt === null || addedMs === 0) continue;
    const credit = { sittingId, itemId, awayFrom: pause.from, awayTo: pause.to, addedMs };
    if (!(await recordCredit(tx, credit))) continue;
    await setDeadline(tx, { sittingId, itemId }, new Date(deadlineAt.getTime() + addedMs));
    credited += 1;
  }
  return credited;
}
