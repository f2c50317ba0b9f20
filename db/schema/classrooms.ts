import { index, instant, primaryKey, table, text, uniqueIndex } from '#db/columns.ts';
import { users } from './users.ts';

/** A class. Who knows the join code may join as a student. */
export const classrooms = table(
  'classrooms',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    joinCode: text('join_code').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('classrooms_join_code').on(t.joinCode)],
);

export const memberships = table(
  'memberships',
  {
    classroomId: text('classroom_id')
      .notNull()
      .references(() => classrooms.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').$type<'student' | 'teacher'>().notNull(),
    joinedAt: instant('joined_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.classroomId, t.userId] }), index('memberships_user').on(t.userId)],
);
