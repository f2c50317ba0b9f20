import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Db } from './client.ts';
import { isOneOf } from './columns.ts';
import { prepared } from './prepared.ts';
import { classrooms, memberships } from './schema/classrooms.ts';
import { users } from './schema/users.ts';

export type Classroom = typeof classrooms.$inferSelect;

const byId = prepared((queries, { id }: { id: string }) =>
  queries.select().from(classrooms).where(eq(classrooms.id, id)),
);

export async function findClassroomById(db: Db, id: string): Promise<Classroom | undefined> {
  const [classroom] = await byId(db, { id });
  return classroom;
}

const byCode = prepared((queries, { code }: { code: string }) =>
  queries.select().from(classrooms).where(eq(classrooms.joinCode, code)),
);

/** @param code in its canonical form */
export async function findClassroomByCode(db: Db, code: string): Promise<Classroom | undefined> {
  const [classroom] = await byCode(db, { code });
  return classroom;
}

/** False when the join code is in use. */
export async function insertClassroom(db: Db, classroom: Classroom): Promise<boolean> {
  const stored = await db
    .insert(classrooms)
    .values(classroom)
    .onConflictDoNothing()
    .returning({ id: classrooms.id });
  return stored.length > 0;
}

export async function listClassrooms(db: Db): Promise<Classroom[]> {
  return db.select().from(classrooms).orderBy(asc(classrooms.name), asc(classrooms.id));
}

const taughtBy = prepared((queries, { userId }: { userId: string }) =>
  queries
    .select({ classroom: classrooms })
    .from(memberships)
    .innerJoin(classrooms, eq(classrooms.id, memberships.classroomId))
    .where(and(eq(memberships.userId, userId), eq(memberships.role, 'teacher')))
    .orderBy(asc(classrooms.name), asc(classrooms.id)),
);

/** The classes that a person teaches. */
export async function listClassroomsTaughtBy(db: Db, userId: string): Promise<Classroom[]> {
  const rows = await taughtBy(db, { userId });
  return rows.map(({ classroom }) => classroom);
}

const membersOf = prepared((queries, { classroomIds }: { classroomIds: readonly string[] }) =>
  queries
    .select({ classroomId: memberships.classroomId, role: memberships.role, n: count() })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(isOneOf(memberships.classroomId, classroomIds), isNull(users.disabledAt)))
    .groupBy(memberships.classroomId, memberships.role),
);

/** The number of people of each role in these classes, without disabled accounts. */
export async function countMembers(
  db: Db,
  classroomIds: readonly string[],
): Promise<{ classroomId: string; role: 'student' | 'teacher'; n: number }[]> {
  if (classroomIds.length === 0) return [];
  return membersOf(db, { classroomIds });
}
