import { hasUsers } from '#db/users.ts';
import type { World } from '#lib/server/world.ts';

/** False on a fresh server: the sign-in page then says how to make the first account. */
export function hasAnyUser(world: World): Promise<boolean> {
  return hasUsers(world.database.db);
}
