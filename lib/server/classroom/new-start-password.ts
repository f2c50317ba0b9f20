import { createHmac } from 'node:crypto';
import { startPassword } from '#lib/classroom/start-password.ts';
import type { World } from '#lib/server/world.ts';

/** A start password, derived from a new random id (122 bits) with the server's secret. */
export function newStartPassword(world: World): string {
  return startPassword(createHmac('sha256', world.secret).update(`start-password/${world.newId()}`).digest());
}
