import type { Tx } from '#db/client.ts';
import { lockRunningServings, setDeadline } from '#db/clocks.ts';
import { recordCredit } from '#db/credits.ts';
import { findServerFact, replaceServerFact } from '#db/server-facts.ts';
import type { World } from '#lib/server/world.ts';
import { creditMs } from '#lib/sitting/clock.ts';

const fact = 'alive-at';

/** Signs of life come every few seconds; without one for this long nobody could be served. */
export const pauseMs = 15_000;

/**
 * Notes that the server is alive. When nobody has done so for a while, every clock that ran then gets that time back.
 * Of several processes the one that replaces the old note gives the credit, so an absence is credited once. Returns
 * the number of items that were credited.
 */
export async function recordHeartbeat(world: World): Promise<number> {
  return world.database.transaction(async (tx) => {
    const now = world.now();
    const before = await findServerFact(tx, fact);
    const isFirst = await replaceServerFact(tx, fact, before, now.toISOString());
    if (!isFirst || before === undefined) return 0;
    const from = new Date(before);
    return now.getTime() - from.getTime() > pauseMs ? creditPause(tx, { from, to: now }) : 0;
  });
}

async function creditPause(tx: Tx, away: { from: Date; to: Date }): Promise<number> {
  let credited = 0;
  for (const { sittingId, itemId, openedAt, deadlineAt } of await lockRunningServings(tx, away.from)) {
    const addedMs = creditMs({ openedAt, deadlineAt }, away);
    if (deadlineAt === null || addedMs === 0) continue;
    const credit = { sittingId, itemId, awayFrom: away.from, awayTo: away.to, addedMs };
    if (!(await recordCredit(tx, credit))) continue;
    await setDeadline(tx, { sittingId, itemId }, new Date(deadlineAt.getTime() + addedMs));
    credited += 1;
  }
  return credited;
}
