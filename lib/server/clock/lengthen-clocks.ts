import type { Tx } from '#db/client.ts';
import { listRunningServings, setDeadline } from '#db/clocks.ts';
import { listCredits } from '#db/credits.ts';
import { timeFactor } from '#lib/access/clock.ts';
import type { World } from '#lib/server/world.ts';
import { deadline, extendedDeadline } from '#lib/sitting/clock.ts';
import type { ClockSettings } from '#lib/sitting/new-sitting.ts';

/**
 * Recomputes a user's running clocks after a change of the user's time settings. A clock may end later or be removed; it
 * never ends sooner. The user's row must be locked.
 */
export async function lengthenClocks(
  tx: Tx,
  world: World,
  person: ClockSettings & { readonly id: string },
): Promise<void> {
  const library = await world.library();
  for (const { sittingId, itemId, openedAt, deadlineAt } of await listRunningServings(
    tx,
    person.id,
    world.now(),
  )) {
    const timeMs = library.item(itemId)?.item.timeMs;
    if (timeMs == null) continue;
    const credited = (await listCredits(tx, sittingId, itemId)).reduce(
      (sum, { addedMs }) => sum + addedMs,
      0,
    );
    const end = extendedDeadline(deadlineAt, deadline(openedAt, timeMs, timeFactor(person), credited));
    if (end?.getTime() !== deadlineAt?.getTime()) await setDeadline(tx, { sittingId, itemId }, end);
  }
}
