import { createHmac } from 'node:crypto';
import { temporaryPassword } from '#lib/classroom/temporary-password.ts';
import type { World } from '#lib/server/world.ts';

/** A start password, derived from a new random id (122 bits) with the server's secret. */
export function newTemporaryPassword(world: World): string {
  return temporaryPassword(
    createHmac('sha256', world.secret).update(`start-password/${world.newId()}`).digest(),
  );
}
