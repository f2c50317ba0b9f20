import type { Role } from './role.ts';

/** The signed-in user as pages and workflows see them: without password and e-mail address. */
export interface SessionUser {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly timeZone: string;
  readonly createdAt: Date;
  /** The name shown on a leaderboard; null means the display name. */
  readonly boardName: string | null;
  readonly onBoard: boolean;
  /** What the user has hidden; it is still counted. */
  readonly hidesPoints: boolean;
  readonly hidesStreak: boolean;
  readonly hidesBadges: boolean;
  readonly hidesBoard: boolean;
  /** The user's factor for time limits: 2 doubles them, 0 turns the clock off. */
  readonly clockFactor: number;
  /** The accommodation given by a teacher, a second factor; 0 removes the limit. */
  readonly timeAllowance: number;
  readonly xp: number;
  readonly streakDays: number;
  readonly streakBest: number;
  readonly streakFreezes: number;
  /** The last calendar day with an answer, as 2026-11-22. */
  readonly lastActiveDay: string | null;
  /** The last answer, and the time zone at that moment. */
  readonly lastActiveAt: Date | null;
  readonly lastActiveZone: string | null;
}
