import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from './client.ts';
import { classrooms, memberships } from './schema/classrooms.ts';
import { users } from './schema/users.ts';

export type Membership = typeof memberships.$inferSelect;

/** True when it was added, false when the person was in the class already; a role is never changed here. */
export async function addMembership(db: Db, membership: Membership): Promise<boolean> {
  const added = await db
    .insert(memberships)
    .values(membership)
    .onConflictDoNothing()
    .returning({ userId: memberships.userId });
  return added.length > 0;
}

export async function findMembership(
  db: Db,
  classroomId: string,
  userId: string,
): Promise<Membership | undefined> {
  const [membership] = await db
    .select()
    .from(memberships)
    .where(and(eq(memberships.classroomId, classroomId), eq(memberships.userId, userId)));
  return membership;
}

export interface MembershipOf {
  readonly classroomId: string;
  readonly name: string;
  readonly role: Membership['role'];
  readonly joinedAt: Date;
}

export async function listMembershipsOf(db: Db, userId: string): Promise<MembershipOf[]> {
  return db
    .select({
      classroomId: memberships.classroomId,
      name: classrooms.name,
      role: memberships.role,
      joinedAt: memberships.joinedAt,
    })
    .from(memberships)
    .innerJoin(classrooms, eq(classrooms.id, memberships.classroomId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(classrooms.name), asc(classrooms.id));
}

/** A student of a class, with what the pages of the class show of the account. */
export interface StudentOf {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly boardName: string | null;
  readonly onBoard: boolean;
  readonly xp: number;
  readonly joinedAt: Date;
}

/** The students of a class: neither staff who once typed its code nor disabled accounts. */
export async function listStudents(db: Db, classroomId: string): Promise<StudentOf[]> {
  return db
    .select({
      id: users.id,
      userName: users.userName,
      displayName: users.displayName,
      boardName: users.boardName,
      onBoard: users.onBoard,
      xp: users.xp,
      joinedAt: memberships.joinedAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.classroomId, classroomId),
        eq(memberships.role, 'student'),
        eq(users.role, 'student'),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(asc(users.displayName), asc(users.id));
}

/** Takes a student out of a class; false when there was none. Their work stays theirs. */
export async function removeStudent(db: Db, classroomId: string, userId: string): Promise<boolean> {
  const removed = await db
    .delete(memberships)
    .where(
      and(
        eq(memberships.classroomId, classroomId),
        eq(memberships.userId, userId),
        eq(memberships.role, 'student'),
      ),
    )
    .returning({ userId: memberships.userId });
  return removed.length > 0;
}

/** The students of every class that a person teaches, by user id. */
export async function listTaughtBy(db: Db, teacherId: string): Promise<Map<string, string>> {
  const own = db
    .select({ classroomId: memberships.classroomId })
    .from(memberships)
    .where(and(eq(memberships.userId, teacherId), eq(memberships.role, 'teacher')));
  const rows = await db
    .select({ id: users.id, name: users.displayName })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(inArray(memberships.classroomId, own), eq(memberships.role, 'student'), eq(users.role, 'student')),
    );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
