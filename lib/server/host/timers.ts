import { closeOverdue } from '#lib/server/clock/close-overdue.ts';
import { recordHeartbeat } from '#lib/server/clock/credit-pause.ts';
import { removeOldGuests } from '#lib/server/guest/remove-old-guests.ts';
import type { World } from '#lib/server/world.ts';
import { noteFailure, noteSuccess } from './outage.ts';

const heartbeatMs = 5_000;
/** An item is ended 15 s after its deadline, so with this interval at most 35 s after it; a minute is promised. */
const sweepMs = 20_000;
const guestSweepMs = 10 * 60_000;

/** Whether this process serves visitors: commands and the prerendering of a build start no timers. */
export function isServing(env: Readonly<Record<string, string | undefined>>): boolean {
  return env.NEXT_RUNTIME === 'nodejs' && env.NEXT_PHASE !== 'phase-production-build';
}

/** Credits a pause of the server before anybody is served, then repeats the heartbeat and the sweeps of overdue items and of old guests. */
export async function startTimers(world: World): Promise<void> {
  await beat(world);
  repeatEvery(heartbeatMs, () => beat(world));
  repeatEvery(sweepMs, async () => {
    // A process that was suspended credits that pause before it ends anything.
    await recordHeartbeat(world);
    await closeOverdue(world);
  });
  repeatEvery(guestSweepMs, () => removeOldGuests(world));
}

/** The heartbeat writes, so it notices a full disk before anybody answers, and that there is room again. */
async function beat(world: World): Promise<void> {
  try {
    await recordHeartbeat(world);
    noteSuccess();
  } catch (error) {
    if (!noteFailure(error)) throw error;
  }
}

/**
 * Repeats `work`, each time `everyMs` after the last run ended, so that runs never overlap. The timer keeps no process
 * alive. Of several failures in a row only the first is reported.
 */
export function repeatEvery(
  everyMs: number,
  work: () => Promise<unknown>,
  report: (error: unknown) => void = (error) => console.error(error),
): void {
  let isFailing = false;
  const run = async (): Promise<void> => {
    try {
      await work();
      isFailing = false;
    } catch (error) {
      // The database may be down for a while; the log should not fill up meanwhile.
      if (!isFailing) report(error);
      isFailing = true;
    }
    schedule();
  };
  const schedule = () => setTimeout(run, everyMs).unref();
  schedule();
}
