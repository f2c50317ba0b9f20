import { createHmac } from 'node:crypto';
import {
  addFailure,
  clearFailures,
  forgetFailures,
  forgiveFailure,
  lockFailures,
} from '#db/sign-in-failures.ts';
import { type WaitRule, waitAfter } from '#lib/access/attempt-wait.ts';
import { ok, type Result, refuseFor } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';

/** A counter without a failure for so long is forgotten. With a shorter time, pausing would be faster than waiting. */
export const throttleWindowMs = 60 * 60_000;

/** How attempts of one counter are slowed. */
export interface Limit extends WaitRule {
  readonly counterId: string;
}

/** The counter of these values, such as an account and an address. They are hashed: a mistyped login may be a password, and addresses are personal. */
export function counterId(world: World, kind: string, ...values: readonly string[]): string {
  const hash = createHmac('sha256', world.secret).update(JSON.stringify(values)).digest('base64url');
  return `${kind}:${hash}`;
}

/**
 * Counts an attempt before it is checked, so that parallel attempts cannot pass the limit. Refused, uncounted and at
 * once, while the wait after the last one lasts: a wait that is only told costs the server nothing.
 */
export async function countAttempt(
  world: World,
  { counterId: id, ...rule }: Limit,
): Promise<Result<null, 'too-many'>> {
  const now = world.now();
  return world.database.transaction(async (tx) => {
    await forgetFailures(tx, new Date(now.getTime() - throttleWindowMs));
    const { failures, lastAt } = await lockFailures(tx, id, now);
    const waitMs = lastAt.getTime() + waitAfter(failures, rule) - now.getTime();
    if (waitMs > 0) return refuseFor('too-many', waitMs);
    await addFailure(tx, id, now);
    return ok(null);
  });
}

/** Takes an attempt back that was right, or that was not checked. */
export async function forgiveAttempt(world: World, { counterId: id }: Limit): Promise<void> {
  await forgiveFailure(world.database.db, id);
}

/** Forgets all attempts of a counter. */
export async function forgiveAll(world: World, { counterId: id }: Limit): Promise<void> {
  await clearFailures(world.database.db, id);
}
