import type { Db } from '#db/client.ts';
import { countIdentitiesOf, findIdentity, insertIdentity } from '#db/identities.ts';
import { findUserByEmail, findUserById, insertUser, type User } from '#db/users.ts';
import { canonicalLogin, DisplayName, userNameFrom } from '#lib/access/user-name.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { newPerson } from '#lib/server/account/new-person.ts';
import { newSession, type Session } from '#lib/server/door/session-token.ts';
import type { SignUpMode } from '#lib/server/host/env.ts';
import type { World } from '#lib/server/world.ts';

/** What a school's sign-in service tells of somebody. Only `subject` says who it is. */
export interface IdentityClaims {
  readonly provider: string;
  readonly subject: string;
  readonly name?: string | undefined;
  readonly userName?: string | undefined;
  readonly email?: string | undefined;
  readonly emailVerified: boolean;
  readonly timeZone?: string | undefined;
}

/**
 * The person behind an identity, made or claimed at the first visit.
 * A verified e-mail claims an account only when it is a student's, without a password and without another identity:
 * one that was entered for this person and that nobody has used. All others are never joined by e-mail.
 */
export async function linkIdentity(
  world: World,
  mode: SignUpMode,
  told: IdentityClaims,
): Promise<Result<Session, 'disabled' | 'closed'>> {
  return world.database.transaction(async (tx) => {
    const known = (await findLinked(tx, told)) ?? (await claimAccount(tx, told));
    const user = known ?? (mode === 'closed' ? undefined : await createUser(tx, world, told));
    if (!user) return refuse('closed');
    return user.disabledAt === null ? ok(newSession(user, world.now())) : refuse('disabled');
  });
}

async function findLinked(tx: Db, { provider, subject }: IdentityClaims): Promise<User | undefined> {
  const identity = await findIdentity(tx, provider, subject);
  return identity && findUserById(tx, identity.userId);
}

async function claimAccount(tx: Db, told: IdentityClaims): Promise<User | undefined> {
  const email = verifiedEmail(told);
  const user = email === null ? undefined : await findUserByEmail(tx, email);
  if (!user || user.role !== 'student' || user.passwordHash !== null) return undefined;
  if ((await countIdentitiesOf(tx, user.id)) > 0) return undefined;
  await link(tx, told, user);
  return user;
}

async function createUser(tx: Db, world: World, told: IdentityClaims): Promise<User | undefined> {
  const email = verifiedEmail(told);
  const free = email !== null && !(await findUserByEmail(tx, email));
  const wanted = userNameFrom(told.userName ?? told.email ?? told.name ?? '');
  const displayName = DisplayName.safeParse(told.name ?? '').data ?? wanted;
  const person = {
    displayName,
    role: 'student',
    timeZone: told.timeZone,
    email: free ? email : null,
  } as const;
  const names = [
    wanted,
    ...Array.from({ length: 20 }, (_, i) => `${wanted}-${i + 2}`),
    `${wanted}-${world.newId().slice(0, 8)}`,
  ];
  for (const userName of names) {
    const user = await insertUser(tx, newPerson(world, { ...person, userName }));
    if (!user) continue;
    await link(tx, told, user);
    return user;
  }
  throw new Error('No free user name was found');
}

/** Throws when another request was first, so that nothing half made is kept; the next visit finds that link. */
async function link(tx: Db, { provider, subject }: IdentityClaims, user: User): Promise<void> {
  const isFirst = await insertIdentity(tx, { provider, subject, userId: user.id });
  if (!isFirst) throw new Error('This identity was linked a moment ago');
}

function verifiedEmail({ email, emailVerified }: IdentityClaims): string | null {
  return email && emailVerified ? canonicalLogin(email) : null;
}
