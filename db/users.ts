import { and, asc, count, eq, isNull, ne, or } from 'drizzle-orm';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { users } from './schema/users.ts';

export type User = typeof users.$inferSelect;
export type NewUser = typeof users.$inferInsert;
type Role = User['role'];

/** Guests are people who have no account. */
const hasAccount = ne(users.role, 'guest');

const byId = prepared((queries, { id }: { id: string }) =>
  queries.select().from(users).where(eq(users.id, id)),
);

export async function findUserById(db: Db, id: string): Promise<User | undefined> {
  const [user] = await byId(db, { id });
  return user;
}

const byLogin = prepared((queries, { login }: { login: string }) =>
  queries
    .select()
    .from(users)
    .where(and(hasAccount, or(eq(users.userName, login), eq(users.email, login)))),
);

/** Finds an account by user name or e-mail, both in lower case. A user name has no "@", so at most one person matches. */
export async function findUserByLogin(db: Db, login: string): Promise<User | undefined> {
  const [user] = await byLogin(db, { login });
  return user;
}

const byEmail = prepared((queries, { email }: { email: string }) =>
  queries.select().from(users).where(eq(users.email, email)),
);

export async function findUserByEmail(db: Db, email: string): Promise<User | undefined> {
  const [user] = await byEmail(db, { email });
  return user;
}

const insert = prepared((queries, user: NewUser) =>
  queries.insert(users).values(user).onConflictDoNothing().returning(),
);

/** Stores and returns a person; undefined when the user name or e-mail is taken. */
export async function insertUser(db: Db, user: NewUser): Promise<User | undefined> {
  const [stored] = await insert(db, user);
  return stored;
}

/** The number of accounts. */
export async function countUsers(db: Db): Promise<number> {
  const [row] = await db.select({ n: count() }).from(users).where(hasAccount);
  return row?.n ?? 0;
}

const anyUser = prepared((queries) =>
  queries.select({ id: users.id }).from(users).where(hasAccount).limit(1),
);

export async function hasUsers(db: Db): Promise<boolean> {
  return (await anyUser(db, {})).length > 0;
}

/** The number of accounts of each role; of guests, too, where there are any. */
export async function countUsersByRole(db: Db): Promise<{ role: Role; n: number }[]> {
  return db
    .select({ role: users.role, n: count() })
    .from(users)
    .where(isNull(users.disabledAt))
    .groupBy(users.role);
}

const update = prepared((queries, { id, ...changes }: Pick<User, 'id'> & Partial<User>) =>
  queries.update(users).set(changes).where(eq(users.id, id)),
);

/** Ends sessions started before `from`, at their next request. */
export async function setSessionsValidFrom(db: Db, id: string, from: Date): Promise<void> {
  await update(db, { id, sessionsValidFrom: from });
}

/** Changes the password and ends sessions started before `validFrom`, in one statement. */
export async function setPassword(db: Db, id: string, passwordHash: string, validFrom: Date): Promise<void> {
  await update(db, { id, passwordHash, sessionsValidFrom: validFrom });
}

export async function setRole(db: Db, id: string, role: Role): Promise<void> {
  await update(db, { id, role });
}

export async function setDisabled(db: Db, id: string, disabledAt: Date | null): Promise<void> {
  await update(db, { id, disabledAt });
}

export type ProfileFields = Pick<
  User,
  | 'displayName'
  | 'boardName'
  | 'onBoard'
  | 'hidesPoints'
  | 'hidesStreak'
  | 'hidesBadges'
  | 'hidesBoard'
  | 'clockFactor'
  | 'timeZone'
>;

export async function setProfile(db: Db, id: string, fields: ProfileFields): Promise<void> {
  await update(db, { ...fields, id });
}

/** Stores a teacher's time accommodation as a factor: 1 is none, 0 is no time limit. */
export async function setTimeAllowance(db: Db, id: string, timeAllowance: number): Promise<void> {
  await update(db, { id, timeAllowance });
}

/** The people that a demo visitor can sign in as, oldest account first. */
export async function listDemoPeople(
  db: Db,
  limit = 60,
): Promise<Pick<User, 'id' | 'userName' | 'displayName' | 'role'>[]> {
  return db
    .select({ id: users.id, userName: users.userName, displayName: users.displayName, role: users.role })
    .from(users)
    .where(and(hasAccount, isNull(users.disabledAt)))
    .orderBy(asc(users.createdAt), asc(users.userName))
    .limit(limit);
}

/** Stores whether a person is on leaderboards and under which name. */
export async function setBoard(
  db: Db,
  id: string,
  board: Pick<User, 'onBoard' | 'boardName'>,
): Promise<void> {
  await update(db, { id, onBoard: board.onBoard, boardName: board.boardName });
}

/** The ids of all people, guests too, in ascending order. */
export async function listUserIds(db: Db): Promise<string[]> {
  const rows = await db.select({ id: users.id }).from(users).orderBy(asc(users.id));
  return rows.map(({ id }) => id);
}

/** Stores on how many days a week a person wants to answer something; null for no goal. */
export async function setWeeklyGoal(db: Db, id: string, weeklyGoal: number | null): Promise<void> {
  await update(db, { id, weeklyGoal });
}
