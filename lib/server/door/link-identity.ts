import type { Db, Tx } from '#db/client.ts';
import { countIdentitiesOf, findIdentity, insertIdentity } from '#db/identities.ts';
import { findUserByEmail, findUserById, type User } from '#db/users.ts';
import { canonicalLogin, DisplayName, userNameFrom } from '#lib/access/user-name.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { newPerson } from '#lib/server/account/new-person.ts';
import { newSession, type Session } from '#lib/server/door/session-token.ts';
import { storeAccount } from '#lib/server/guest/store-account.ts';
import type { SignUpMode } from '#lib/server/host/env.ts';
import type { World } from '#lib/server/world.ts';

/** What a school's sign-in service reports of a user. Only `subject` identifies the user. */
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
 * Signs in the user of an identity. At the first visit an account is claimed or created. A verified e-mail address claims
 * an account only if it is a student's that has neither a password nor another identity, so that nobody has used it. A
 * created account keeps what its browser answered as a guest.
 */
export async function linkIdentity(
  world: World,
  mode: SignUpMode,
  claims: IdentityClaims,
  guestId: string | null = null,
): Promise<Result<Session, 'disabled' | 'closed'>> {
  return world.database.transaction(async (tx) => {
    const known = (await findLinked(tx, claims)) ?? (await claimAccount(tx, claims));
    const user = known ?? (mode === 'closed' ? undefined : await createUser(tx, world, claims, guestId));
    if (!user) return refuse('closed');
    return user.disabledAt === null ? ok(newSession(user, world.now())) : refuse('disabled');
  });
}

async function findLinked(tx: Db, { provider, subject }: IdentityClaims): Promise<User | undefined> {
  const identity = await findIdentity(tx, provider, subject);
  return identity && findUserById(tx, identity.userId);
}

async function claimAccount(tx: Db, claims: IdentityClaims): Promise<User | undefined> {
  const email = verifiedEmail(claims);
  const user = email === null ? undefined : await findUserByEmail(tx, email);
  if (!user || user.role !== 'student' || user.passwordHash !== null) return undefined;
  if ((await countIdentitiesOf(tx, user.id)) > 0) return undefined;
  await link(tx, claims, user);
  return user;
}

async function createUser(
  tx: Tx,
  world: World,
  claims: IdentityClaims,
  guestId: string | null,
): Promise<User | undefined> {
  const email = verifiedEmail(claims);
  const isEmailFree = email !== null && !(await findUserByEmail(tx, email));
  const userNameBase = userNameFrom(claims.userName ?? claims.email ?? claims.name ?? '');
  const displayName = DisplayName.safeParse(claims.name ?? '').data ?? userNameBase;
  const person = {
    displayName,
    role: 'student',
    timeZone: claims.timeZone,
    email: isEmailFree ? email : null,
  } as const;
  const names = [
    userNameBase,
    ...Array.from({ length: 20 }, (_, i) => `${userNameBase}-${i + 2}`),
    `${userNameBase}-${world.newId().slice(0, 8)}`,
  ];
  for (const userName of names) {
    const user = await storeAccount(tx, newPerson(world, { ...person, userName }), guestId);
    if (!user) continue;
    await link(tx, claims, user);
    return user;
  }
  throw new Error('No free user name was found');
}

/** Throws when another request has linked the identity meanwhile, which rolls back; the next visit finds that link. */
async function link(tx: Db, { provider, subject }: IdentityClaims, user: User): Promise<void> {
  const isFirst = await insertIdentity(tx, { provider, subject, userId: user.id });
  if (!isFirst) throw new Error('This identity was linked a moment ago');
}

function verifiedEmail({ email, emailVerified }: IdentityClaims): string | null {
  return email && emailVerified ? canonicalLogin(email) : null;
}
