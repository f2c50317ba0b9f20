import { hasUsers } from '#db/users.ts';
import type { World } from '#lib/server/world.ts';

/** False on a new server: the sign-in page then explains how to create the first account. */
export function hasAnyUser(world: World): Promise<boolean> {
  return hasUsers(world.database.db);
}
