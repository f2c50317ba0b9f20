import { setSessionsValidFrom } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { cutOff } from './session-token.ts';

/** Ends every session of the person, this one too, with its next request. */
export async function signOutEverywhere(
  world: World,
  user: Pick<SessionUser, 'id'>,
): Promise<Result<null, never>> {
  await setSessionsValidFrom(world.database.db, user.id, cutOff(world.now()));
  return ok(null);
}
