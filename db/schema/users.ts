import { sql } from 'drizzle-orm';
import { bool, index, instant, integer, real, table, text, uniqueIndex } from '#db/columns.ts';

/**
 * People, guests among them until they make an account. `sessionsValidFrom` is the cut-off of "sign out everywhere"; `userName` and
 * `email` are stored in lower case.
 */
export const users = table(
  'users',
  {
    id: text('id').primaryKey(),
    userName: text('user_name').notNull(),
    email: text('email'),
    displayName: text('display_name').notNull(),
    passwordHash: text('password_hash'),
    role: text('role').$type<'guest' | 'student' | 'author' | 'teacher' | 'admin'>().notNull(),
    timeZone: text('time_zone').notNull(),
    boardName: text('board_name'),
    onBoard: bool('on_board').notNull().default(false),
    /** What the person does not want to see. It is counted all the same. */
    hidesPoints: bool('hides_points').notNull().default(false),
    hidesStreak: bool('hides_streak').notNull().default(false),
    hidesBadges: bool('hides_badges').notNull().default(false),
    hidesBoard: bool('hides_board').notNull().default(false),
    /** 1 is the stated time, 2 twice as long …; 0 is no clock. */
    clockFactor: real('clock_factor').notNull().default(1),
    /** A teacher's accommodation, by which the person's own factor is multiplied; 0 is no limit. */
    timeAllowance: real('time_allowance').notNull().default(1),
    /** Days a week on which the person wants to answer something, 1 to 7; null without a goal. */
    weeklyGoal: integer('weekly_goal'),
    sessionsValidFrom: instant('sessions_valid_from').notNull(),
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull(),
    xp: integer('xp').notNull().default(0),
    streakDays: integer('streak_days').notNull().default(0),
    streakBest: integer('streak_best').notNull().default(0),
    streakFreezes: integer('streak_freezes').notNull().default(0),
    /** The last calendar day with an answer, in the person's own time zone: 2026-11-22. */
    lastActiveDay: text('last_active_day'),
    /** The last answer, and the person's time zone then: who has crossed the date line since has not missed a day. */
    lastActiveAt: instant('last_active_at'),
    lastActiveZone: text('last_active_zone'),
    /** What is believed of the person's ability over all lessons, in logits. */
    abilityMean: real('ability_mean').notNull().default(0),
    abilityVariance: real('ability_variance').notNull().default(1),
    /** The clock of the person's last answer; see `responses.clock`. */
    ledgerClock: integer('ledger_clock').notNull().default(0),
  },
  (t) => [
    uniqueIndex('users_user_name').on(t.userName),
    uniqueIndex('users_email').on(t.email),
    index('users_guests').on(t.createdAt).where(sql`role = 'guest'`),
  ],
);
