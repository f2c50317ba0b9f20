import { createHmac } from 'node:crypto';
import { clearFailures, forgetFailures, forgiveFailure, recordFailure } from '#db/sign-in-failures.ts';
import type { World } from '#lib/server/world.ts';

export const throttleWindowMs = 15 * 60_000;

/** At most `max` attempts for one counter within a window. */
export interface Limit {
  readonly counterId: string;
  readonly max: number;
}

/** The key is a keyed hash: a mistyped login may be a password, and an address is personal. */
export function limit(world: World, kind: string, value: string, max: number): Limit {
  return {
    counterId: `${kind}:${createHmac('sha256', world.secret).update(value).digest('base64url')}`,
    max,
  };
}

/** Counts a try before it is judged, so that a thousand at once get no more than the limit. False when one is used up. */
export async function countAttempt(world: World, limits: readonly Limit[]): Promise<boolean> {
  const now = world.now();
  return world.database.transaction(async (tx) => {
    await forgetFailures(tx, new Date(now.getTime() - throttleWindowMs));
    let within = true;
    for (const { counterId, max } of limits) {
      const tries = await recordFailure(tx, counterId, now);
      if (tries > max) within = false;
    }
    return within;
  });
}

/** The try was right: the person starts afresh, and what others share gets this one back. */
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
