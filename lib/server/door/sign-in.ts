import { z } from 'zod';
import { findUserByLogin } from '#db/users.ts';
import { TypedPassword } from '#lib/access/password.ts';
import { canonicalLogin } from '#lib/access/user-name.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { one } from './form-values.ts';
import { isPassword } from './password-hash.ts';
import { newSession, type Session } from './session-token.ts';
import { countAttempt, forgiveAttempt, limit } from './throttle.ts';
import type { Visitor } from './visitor.ts';

export const Credentials = z.object({
  login: z.string().min(1, 'Enter your user name or e-mail.').max(300, 'This is too long for a user name.'),
  password: TypedPassword,
});

export const SignInForm = z.object({
  login: one(Credentials.shape.login),
  password: one(Credentials.shape.password),
  next: one(z.string()).optional(),
});

/** Neither the reply nor its time differs between an unknown name and a wrong password. */
export async function signIn(
  world: World,
  { login, password }: z.output<typeof Credentials>,
  visitor: Visitor,
): Promise<Result<Session, 'wrong' | 'too-many' | 'disabled'>> {
  const name = canonicalLogin(login);
  const user = await findUserByLogin(world.database.db, name);
  const account = limit(world, 'account', user?.id ?? name, 10);
  const address = limit(world, 'address', visitor.address, 100);
  if (!(await countAttempt(world, [account, address]))) return refuse('too-many');
  if (!(await isPassword(user?.passwordHash, password)) || !user) return refuse('wrong');
  await forgiveAttempt(world, account, [address]);
  return user.disabledAt === null ? ok(newSession(user, world.now())) : refuse('disabled');
}
