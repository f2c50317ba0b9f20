import { z } from 'zod';
import { findUserById, setPassword } from '#db/users.ts';
import { passwordAdvice, passwordFault, TypedPassword } from '#lib/access/password.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import { knownUser } from '#lib/server/door/hash-queue.ts';
import { hashPassword, isPassword, withinHashBudget } from '#lib/server/door/password-hash.ts';
import { cutOff, newSession, type Session } from '#lib/server/door/session-token.ts';
import { countAttempt, counterId, forgiveAll, forgiveAttempt } from '#lib/server/door/throttle.ts';
import type { World } from '#lib/server/world.ts';

export const ChangePasswordForm = z.object({
  current: one(TypedPassword),
  password: one(z.string()).check(({ value, issues }) => {
    const fault = passwordFault(value, '');
    if (fault) issues.push({ code: 'custom', message: passwordAdvice[fault], input: '' });
  }),
});

/**
 * Changes a password, given the current one. Every session of the user ends and every device becomes unknown; the value is
 * a new session for this device.
 */
export async function changePassword(
  world: World,
  { id }: Pick<SessionUser, 'id'>,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<Result<Session, 'wrong' | 'too-many' | 'busy' | 'no-password' | 'is-user-name'>> {
  const user = await findUserById(world.database.db, id);
  if (!user?.passwordHash) return refuse('no-password');
  if (passwordFault(password, user.userName) === 'is-user-name') return refuse('is-user-name');
  const limit = { counterId: counterId(world, 'change-password', id), free: 5, longestMs: 5 * 60_000 };
  const counted = await countAttempt(world, limit);
  if (!counted.ok) return counted;
  const passwordHash = await withinHashBudget(knownUser(id), async () =>
    (await isPassword(user.passwordHash, current)) ? hashPassword(password) : null,
  );
  if (!passwordHash.ok) {
    await forgiveAttempt(world, limit);
    return passwordHash;
  }
  if (passwordHash.value === null) return refuse('wrong');
  const sessionsValidFrom = cutOff(world.now());
  await setPassword(world.database.db, id, passwordHash.value, sessionsValidFrom);
  await forgiveAll(world, limit);
  return ok(newSession({ id, sessionsValidFrom }, world.now()));
}
