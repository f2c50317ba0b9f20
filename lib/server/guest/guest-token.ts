import { createHmac, timingSafeEqual } from 'node:crypto';
import { findUserById } from '#db/users.ts';
import { isGuestCurrent } from '#lib/access/guest.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { sessionUser } from '#lib/server/door/session-token.ts';
import type { World } from '#lib/server/world.ts';

/** The value of a guest's cookie: the id, and a signature that only this server can make. */
export function guestToken(world: Pick<World, 'secret'>, guestId: string): string {
  return `${guestId}.${sign(world, guestId)}`;
}

/** The id in a guest's cookie; null when this server has not signed it. It says nothing about whether the guest exists. */
export function guestIdOf(world: Pick<World, 'secret'>, token: string | undefined): string | null {
  const [id = '', signature = '', ...more] = token?.split('.') ?? [];
  if (id === '' || more.length > 0) return null;
  const expected = Buffer.from(sign(world, id));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given) ? id : null;
}

/** The guest of a cookie; null once the guest was removed, has expired or has become an account. */
export async function guestOfToken(world: World, token: string | undefined): Promise<SessionUser | null> {
  const id = guestIdOf(world, token);
  const user = id === null ? undefined : await findUserById(world.database.db, id);
  return user?.role === 'guest' && isGuestCurrent(user, world.now()) ? sessionUser(user) : null;
}

function sign({ secret }: Pick<World, 'secret'>, guestId: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['guest', guestId]))
    .digest('base64url');
}
