import { index, instant, integer, primaryKey, real, table, text } from '#db/columns.ts';
import { users } from './users.ts';

/** How hard the items of a lesson are on the whole, in logits. `clock` is the greatest of the answers that it rests on. */
export const conceptBeliefs = table('concept_beliefs', {
  lessonId: text('lesson_id').primaryKey(),
  mean: real('mean').notNull(),
  variance: real('variance').notNull(),
  clock: integer('clock').notNull(),
});

/** How much harder than its lesson an item is, in logits, and the number of people's first answers that say so. */
export const itemBeliefs = table(
  'item_beliefs',
  {
    itemId: text('item_id').primaryKey(),
    lessonId: text('lesson_id').notNull(),
    mean: real('mean').notNull(),
    variance: real('variance').notNull(),
    answers: integer('answers').notNull(),
  },
  (t) => [index('item_beliefs_lesson').on(t.lessonId)],
);

/** How much better a person is in a lesson than over all, in logits. */
export const offsetBeliefs = table(
  'offset_beliefs',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    mean: real('mean').notNull(),
    variance: real('variance').notNull(),
    answers: integer('answers').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.lessonId] })],
);
