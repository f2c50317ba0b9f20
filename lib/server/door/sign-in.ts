import { z } from 'zod';
import { findUserByLogin, type User } from '#db/users.ts';
import { TypedPassword } from '#lib/access/password.ts';
import { canonicalLogin } from '#lib/access/user-name.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { one } from './form-values.ts';
import { knownUser, strangerAt } from './hash-queue.ts';
import { knownDevice } from './known-device.ts';
import { isPassword, withinHashBudget } from './password-hash.ts';
import { newSession, type Session } from './session-token.ts';
import { failuresFrom, reportFailure } from './sign-in-alerts.ts';
import { countAttempt, counterId, forgiveAll, type Limit } from './throttle.ts';
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

export type SignInRefusal = 'wrong' | 'too-many' | 'busy' | 'disabled';

/**
 * Neither the reply nor its time differs between an unknown name and a wrong password. Wrong passwords slow down only
 * further ones for the same account from the same address. A known device has a count of its own, so nobody else can
 * keep its owner out.
 */
export async function signIn(
  world: World,
  { login, password }: z.output<typeof Credentials>,
  visitor: Visitor,
): Promise<Result<Session, SignInRefusal>> {
  const name = canonicalLogin(login);
  const user = await findUserByLogin(world.database.db, name);
  const deviceId = user ? knownDevice(world, visitor.devices, user) : null;
  const attempt = { account: user?.id ?? name, address: visitor.address, deviceId };
  const sender = deviceId === null ? strangerAt(visitor.address) : knownUser(attempt.account);
  // The count is in the budget, too: else a known device would wait for the database behind all strangers.
  const checked = await withinHashBudget(sender, () => checkPassword(world, user, password, attempt));
  return checked.ok ? checked.value : checked;
}

async function checkPassword(
  world: World,
  user: User | undefined,
  password: string,
  attempt: Attempt,
): Promise<Result<Session, SignInRefusal>> {
  const limit = await limitOf(world, attempt);
  const counted = await countAttempt(world, limit);
  if (!counted.ok) return counted;
  if (!(await isPassword(user?.passwordHash, password)) || !user) {
    await reportFailure(world, user, attempt.address);
    return refuse('wrong');
  }
  await forgiveAll(world, limit);
  return user.disabledAt === null ? ok(newSession(user, world.now())) : refuse('disabled');
}

/** A guesser at one address has about 300 guesses a day. */
const longestMs = 5 * 60_000;
const free = 5;
/** A school may be behind the address, where everybody makes a mistake in the first lesson. */
const addressUnderSuspicion = 300;

interface Attempt {
  readonly account: string;
  readonly address: string;
  readonly deviceId: string | null;
}

/**
 * The limit of an attempt. From an address with very many wrong passwords, each account has one free attempt: enough for
 * whoever knows the password, and little for trying one password on every account.
 */
async function limitOf(world: World, { account, address, deviceId }: Attempt): Promise<Limit> {
  if (deviceId !== null) return { counterId: counterId(world, 'device', account, deviceId), free, longestMs };
  const failures = await failuresFrom(world, address);
  return {
    counterId: counterId(world, 'sign-in', account, address),
    free: failures < addressUnderSuspicion ? free : 1,
    longestMs,
  };
}
