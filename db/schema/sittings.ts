import { sql } from 'drizzle-orm';
import {
  bool,
  foreignKey,
  index,
  instant,
  integer,
  json,
  primaryKey,
  real,
  table,
  text,
  uniqueIndex,
} from '#db/columns.ts';
import type { SittingScope } from '#lib/sitting/sitting.ts';
import { users } from './users.ts';

/** One person's run of an activity. At most one is open at a time: the index is the rule. */
export const sittings = table(
  'sittings',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    activity: text('activity').notNull(),
    ordinal: integer('ordinal').notNull(),
    seed: text('seed').notNull(),
    itemIds: json<readonly string[]>('item_ids').notNull(),
    scope: text('scope').$type<SittingScope>().notNull().default('whole'),
    /** The id of the test that this one continues: its answers count here too. */
    continues: text('continues'),
    /** The most questions that a test may ask, without those of the test that it continues; null for other activities. */
    most: integer('most'),
    startedAt: instant('started_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    uniqueIndex('sittings_ordinal').on(t.userId, t.lessonId, t.activity, t.ordinal),
    uniqueIndex('sittings_one_open').on(t.userId, t.lessonId, t.activity).where(sql`closed_at is null`),
    index('sittings_left').on(t.activity, t.startedAt).where(sql`closed_at is null`),
  ],
);

/** An item within a sitting: its attempts and its clock. Only a guarded update raises `used`. */
export const servings = table(
  'servings',
  {
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sittings.id, { onDelete: 'cascade' }),
    itemId: text('item_id').notNull(),
    used: integer('used').notNull().default(0),
    bestScore: real('best_score').notNull().default(0),
    hintsOpened: integer('hints_opened').notNull().default(0),
    openedAt: instant('opened_at').notNull(),
    deadlineAt: instant('deadline_at'),
    solved: bool('solved').notNull().default(false),
    settledAt: instant('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.sittingId, t.itemId] }),
    index('servings_item').on(t.itemId),
    index('servings_running').on(t.deadlineAt).where(sql`settled_at is null and deadline_at is not null`),
  ],
);

/** Time added to an item's clock because the server was down: one row for each item and outage. The person sees it. */
export const credits = table(
  'credits',
  {
    sittingId: text('sitting_id').notNull(),
    itemId: text('item_id').notNull(),
    awayFrom: instant('away_from').notNull(),
    awayTo: instant('away_to').notNull(),
    addedMs: integer('added_ms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sittingId, t.itemId, t.awayFrom] }),
    foreignKey({
      columns: [t.sittingId, t.itemId],
      foreignColumns: [servings.sittingId, servings.itemId],
    }).onDelete('cascade'),
  ],
);
