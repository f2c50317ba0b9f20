import { z } from 'zod';
import type { Classroom } from '#db/classrooms.ts';
import { addMembership } from '#db/memberships.ts';
import { canonicalJoinCode } from '#lib/access/join-code.ts';
import { passwordAdvice, passwordFault } from '#lib/access/password.ts';
import { DisplayName, UserName } from '#lib/access/user-name.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import { strangerAt } from '#lib/server/door/hash-queue.ts';
import { hashPassword, withinHashBudget } from '#lib/server/door/password-hash.ts';
import { newSession, type Session } from '#lib/server/door/session-token.ts';
import { countAttempt, counterId } from '#lib/server/door/throttle.ts';
import { findClassroomByTypedCode } from '#lib/server/door/typed-code.ts';
import type { Visitor } from '#lib/server/door/visitor.ts';
import { guestIdOfVisitor, storeAccount } from '#lib/server/guest/store-account.ts';
import type { SignUpMode } from '#lib/server/host/env.ts';
import type { World } from '#lib/server/world.ts';
import { newPerson } from './new-person.ts';

/** There is no role field: every new user is a student. */
export const SignUpForm = z
  .object({
    userName: one(UserName),
    displayName: one(DisplayName),
    password: one(z.string()),
    code: one(z.string().transform(canonicalJoinCode)).optional(),
    timeZone: one(z.string()).optional(),
    next: one(z.string()).optional(),
  })
  .check(({ value, issues }) => {
    const fault = passwordFault(value.password, value.userName);
    if (fault) issues.push({ code: 'custom', path: ['password'], message: passwordAdvice[fault], input: '' });
  });

export interface NewAccount {
  readonly userName: string;
  readonly displayName: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly timeZone?: string | undefined;
}

export type SignUpRefusal = 'closed' | 'code-needed' | 'unknown-code' | 'name-taken' | 'too-many' | 'busy';

/** Creates a student account, which keeps what its browser answered as a guest, and joins the class whose code was given. */
export async function signUp(
  world: World,
  mode: SignUpMode,
  account: NewAccount,
  visitor: Visitor,
): Promise<Result<Session, SignUpRefusal>> {
  if (mode === 'closed') return refuse('closed');
  const code = account.code || undefined;
  if (mode === 'code' && code === undefined) return refuse('code-needed');
  if (code === undefined) return createAccount(world, account, undefined, visitor);
  const found = await findClassroomByTypedCode(world, code, visitor.address);
  return found.ok ? createAccount(world, account, found.value, visitor) : found;
}

/** A whole school may sign up from one address; more accounts than that are slowed down. */
const accountsOfAddress = { free: 1000, longestMs: 60_000 } as const;

async function createAccount(
  world: World,
  { userName, displayName, password, timeZone }: NewAccount,
  classroom: Classroom | undefined,
  visitor: Visitor,
): Promise<Result<Session, 'name-taken' | 'too-many' | 'busy'>> {
  const { address } = visitor;
  const limit = { counterId: counterId(world, 'sign-up', address), ...accountsOfAddress };
  const hashed = await withinHashBudget(strangerAt(address), async () => {
    const counted = await countAttempt(world, limit);
    return counted.ok ? ok(await hashPassword(password)) : counted;
  });
  if (!hashed.ok) return hashed;
  if (!hashed.value.ok) return hashed.value;
  const passwordHash = hashed.value.value;
  const person = newPerson(world, { userName, displayName, timeZone, passwordHash, role: 'student' });
  const guestId = await guestIdOfVisitor(world, visitor);
  return world.database.transaction(async (tx) => {
    const user = await storeAccount(tx, person, guestId);
    if (!user) return refuse('name-taken');
    if (classroom) {
      await addMembership(tx, {
        classroomId: classroom.id,
        userId: user.id,
        role: 'student',
        joinedAt: user.createdAt,
      });
    }
    return ok(newSession(user, user.createdAt));
  });
}
