import { removeOldGuests as deleteOldGuests } from '#db/guests.ts';
import { emptyGuestMs, guestMs } from '#lib/access/guest.ts';
import type { World } from '#lib/server/world.ts';

/** Few enough that answers do not wait for a removal. */
const atOnce = 50;

/** Removes guests whose 30 days are over, with everything they have answered. Returns how many. */
export async function removeOldGuests({ database, now }: Pick<World, 'database' | 'now'>): Promise<number> {
  const atMs = now().getTime();
  const limits = {
    until: new Date(atMs - guestMs),
    emptyUntil: new Date(atMs - emptyGuestMs),
    limit: atOnce,
  };
  let removed = 0;
  for (;;) {
    const count = await database.transaction((tx) => deleteOldGuests(tx, limits));
    removed += count;
    if (count < atOnce) return removed;
  }
}
