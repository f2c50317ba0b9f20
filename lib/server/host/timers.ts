import { closeOverdue } from '#lib/server/clock/close-overdue.ts';
import { recordHeartbeat } from '#lib/server/clock/credit-pause.ts';
import type { World } from '#lib/server/world.ts';
import { repeatEvery } from './repeat-every.ts';

const aliveMs = 5_000;
/** With the time after which an item is ended, 15 s, this keeps the promise of a minute. */
const sweepMs = 20_000;

/** Only a process that serves visitors keeps time: no command, and not the making of pages ahead. */
export function isServing(env: Readonly<Record<string, string | undefined>>): boolean {
  return env.NEXT_RUNTIME === 'nodejs' && env.NEXT_PHASE !== 'phase-production-build';
}

/** Credits an absence before anybody is served, then notes that the server is alive and ends what is over. */
export async function startTimers(world: World): Promise<void> {
  await recordHeartbeat(world);
  repeatEvery(aliveMs, () => recordHeartbeat(world));
  repeatEvery(sweepMs, async () => {
    // A process that was stopped for a while credits that before it ends anything.
    await recordHeartbeat(world);
    await closeOverdue(world);
  });
}
