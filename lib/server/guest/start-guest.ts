import { countGuests, removeGuest as deleteGuest } from '#db/guests.ts';
import { lockFailures } from '#db/sign-in-failures.ts';
import { insertUser } from '#db/users.ts';
import { mayAddGuest } from '#lib/access/guest.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuseFor } from '#lib/result.ts';
import { newPerson } from '#lib/server/account/new-person.ts';
import { rateLimit } from '#lib/server/door/rate-limit.ts';
import { sessionUser } from '#lib/server/door/session-token.ts';
import { counterId } from '#lib/server/door/throttle.ts';
import type { World } from '#lib/server/world.ts';

const hourMs = 60 * 60_000;

/** A whole class may try a lesson from one address. */
const startsOfAddress = rateLimit({ burst: 120, perSecond: 120 / 3600 });

/**
 * Stores a new guest, which only an answer or a hint does. Refused when the address has started very many, or the server
 * has as many guests as it keeps. Guests are started one at a time, so that the count holds.
 */
export async function startGuest(world: World, address: string): Promise<Result<SessionUser, 'too-many'>> {
  const now = world.now();
  if (!startsOfAddress(address, now)) return refuseFor('too-many', hourMs / 120);
  return world.database.transaction(async (tx) => {
    await lockFailures(tx, counterId(world, 'guests'), now);
    if (!mayAddGuest(await countGuests(tx, new Date(now.getTime() - hourMs))))
      return refuseFor('too-many', hourMs / 12);
    const person = newPerson(world, { userName: `~${world.newId()}`, displayName: 'Guest', role: 'guest' });
    const user = await insertUser(tx, person);
    if (!user) throw new Error('The name of a new guest is taken');
    return ok(sessionUser(user));
  });
}

/** Removes a guest with everything answered; accounts are never removed. */
export async function removeGuest(world: World, guestId: string): Promise<void> {
  await deleteGuest(world.database.db, guestId);
}
