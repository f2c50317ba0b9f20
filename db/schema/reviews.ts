import { index, instant, integer, primaryKey, real, table, text } from '#db/columns.ts';
import type { ReviewGrade } from '#lib/review/review-schedule.ts';
import type { SubjectKind } from '#lib/review/review-subject.ts';
import { users } from './users.ts';

/** The review schedule of a concept or card, by FSRS. Days are local calendar days of the person, such as 2026-11-22. */
export const reviews = table(
  'reviews',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    subject: text('subject').$type<SubjectKind>().notNull(),
    /** The id of the objective, of the card's item, or of the lesson. */
    subjectId: text('subject_id').notNull(),
    stability: real('stability').notNull(),
    difficulty: real('difficulty').notNull(),
    repetitions: integer('repetitions').notNull(),
    lapses: integer('lapses').notNull(),
    lastGrade: text('last_grade').$type<ReviewGrade>().notNull(),
    lastAt: instant('last_at').notNull(),
    lastDay: text('last_day').notNull(),
    dueDay: text('due_day').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.lessonId, t.subject, t.subjectId] }),
    index('reviews_due').on(t.userId, t.dueDay),
  ],
);
