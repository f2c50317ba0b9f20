import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { classrooms, memberships } from './schema/classrooms.ts';
import { users } from './schema/users.ts';

export type Membership = typeof memberships.$inferSelect;

const insert = prepared((queries, membership: Membership) =>
  queries
    .insert(memberships)
    .values(membership)
    .onConflictDoNothing()
    .returning({ userId: memberships.userId }),
);

/** False when the person is already in the class; an existing role is not changed. */
export async function addMembership(db: Db, membership: Membership): Promise<boolean> {
  return (await insert(db, membership)).length > 0;
}

type MembershipRef = Pick<Membership, 'classroomId' | 'userId'>;

const one = prepared((queries, { classroomId, userId }: MembershipRef) =>
  queries
    .select()
    .from(memberships)
    .where(and(eq(memberships.classroomId, classroomId), eq(memberships.userId, userId))),
);

export async function findMembership(
  db: Db,
  classroomId: string,
  userId: string,
): Promise<Membership | undefined> {
  const [membership] = await one(db, { classroomId, userId });
  return membership;
}

export interface ClassMembership {
  readonly classroomId: string;
  readonly name: string;
  readonly role: Membership['role'];
  readonly joinedAt: Date;
}

const ofPerson = prepared((queries, { userId }: { userId: string }) =>
  queries
    .select({
      classroomId: memberships.classroomId,
      name: classrooms.name,
      role: memberships.role,
      joinedAt: memberships.joinedAt,
    })
    .from(memberships)
    .innerJoin(classrooms, eq(classrooms.id, memberships.classroomId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(classrooms.name), asc(classrooms.id)),
);

export async function listMembershipsOf(db: Db, userId: string): Promise<ClassMembership[]> {
  return ofPerson(db, { userId });
}

/** A student of a class with the fields of the account that the class pages show. */
export interface ClassStudent {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly boardName: string | null;
  readonly onBoard: boolean;
  readonly xp: number;
  readonly joinedAt: Date;
}

const studentsOf = prepared((queries, { classroomId }: { classroomId: string }) =>
  queries
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
    .orderBy(asc(users.displayName), asc(users.id)),
);

/** The students of a class, without disabled accounts and staff who joined with the code. */
export async function listStudents(db: Db, classroomId: string): Promise<ClassStudent[]> {
  return studentsOf(db, { classroomId });
}

const remove = prepared((queries, { classroomId, userId }: MembershipRef) =>
  queries
    .delete(memberships)
    .where(
      and(
        eq(memberships.classroomId, classroomId),
        eq(memberships.userId, userId),
        eq(memberships.role, 'student'),
      ),
    )
    .returning({ userId: memberships.userId }),
);

/** Removes a student from a class; false when the person is no student of it. Account and answers stay. */
export async function removeStudent(db: Db, classroomId: string, userId: string): Promise<boolean> {
  return (await remove(db, { classroomId, userId })).length > 0;
}

const taughtBy = prepared((queries, { teacherId }: { teacherId: string }) => {
  const taught = queries
    .select({ classroomId: memberships.classroomId })
    .from(memberships)
    .where(and(eq(memberships.userId, teacherId), eq(memberships.role, 'teacher')));
  return queries
    .select({ id: users.id, name: users.displayName })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        inArray(memberships.classroomId, taught),
        eq(memberships.role, 'student'),
        eq(users.role, 'student'),
      ),
    );
});

/** Display names of the students in all classes that a person teaches, by user id. */
export async function listTaughtStudentNames(db: Db, teacherId: string): Promise<Map<string, string>> {
  const rows = await taughtBy(db, { teacherId });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
