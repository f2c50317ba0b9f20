import { createHmac } from 'node:crypto';
import { clearFailures, forgetFailures, forgiveFailure, recordFailure } from '#db/sign-in-failures.ts';
import type { World } from '#lib/server/world.ts';

export const throttleWindowMs = 15 * 60_000;

/** At most `max` attempts for one counter within a window. */
export interface Limit {
  readonly counterId: string;
  readonly max: number;
}

/** A limit for one value, such as a login or an address. The value is hashed: a mistyped login may be a password, and addresses are personal. */
export function limit(world: World, kind: string, value: string, max: number): Limit {
  return {
    counterId: `${kind}:${createHmac('sha256', world.secret).update(value).digest('base64url')}`,
    max,
  };
}

/** Counts an attempt before it is checked, so that parallel attempts cannot pass the limit. False when a limit is exceeded. */
export async function countAttempt(world: World, limits: readonly Limit[]): Promise<boolean> {
  const now = world.now();
  return world.database.transaction(async (tx) => {
    await forgetFailures(tx, new Date(now.getTime() - throttleWindowMs));
    let isWithin = true;
    for (const { counterId, max } of limits) {
      const tries = await recordFailure(tx, counterId, now);
      if (tries > max) isWithin = false;
    }
    return isWithin;
  });
}

/** After a successful attempt: resets the user's own counter, and takes this attempt off the shared ones. */
export async function forgiveAttempt(
  world: World,
  own: Limit | null,
  shared: readonly Limit[],
): Promise<void> {
  await world.database.transaction(async (tx) => {
    if (own) await clearFailures(tx, own.counterId);
    for (const { counterId } of shared) await forgiveFailure(tx, counterId);
  });
}
