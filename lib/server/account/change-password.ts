import { z } from 'zod';
import { findUserById, setPassword } from '#db/users.ts';
import { passwordAdvice, passwordFault, TypedPassword } from '#lib/access/password.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import { hashPassword, isPassword } from '#lib/server/door/password-hash.ts';
import { cutOff, newSession, type Session } from '#lib/server/door/session-token.ts';
import { countAttempt, forgiveAttempt, limit } from '#lib/server/door/throttle.ts';
import type { World } from '#lib/server/world.ts';

export const ChangePasswordForm = z.object({
  current: one(TypedPassword),
  password: one(z.string()).check(({ value, issues }) => {
    const fault = passwordFault(value, '');
    if (fault) issues.push({ code: 'custom', message: passwordAdvice[fault], input: '' });
  }),
});

/** Changes a password, given the current one. Every session of the user ends; the value is a new session for this device. */
export async function changePassword(
  world: World,
  { id }: Pick<SessionUser, 'id'>,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<Result<Session, 'wrong' | 'too-many' | 'no-password' | 'is-user-name'>> {
  const user = await findUserById(world.database.db, id);
  if (!user?.passwordHash) return refuse('no-password');
  if (passwordFault(password, user.userName) === 'is-user-name') return refuse('is-user-name');
  const account = limit(world, 'account', id, 10);
  if (!(await countAttempt(world, [account]))) return refuse('too-many');
  if (!(await isPassword(user.passwordHash, current))) return refuse('wrong');
  const sessionsValidFrom = cutOff(world.now());
  await setPassword(world.database.db, id, await hashPassword(password), sessionsValidFrom);
  await forgiveAttempt(world, account, []);
  return ok(newSession({ id, sessionsValidFrom }, world.now()));
}
