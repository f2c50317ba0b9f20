import type { Role } from './role.ts';

/** The person behind a request, as pages and workflows may know them: no password, no e-mail. */
export interface SessionUser {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly timeZone: string;
  /** The name shown on a leaderboard; null means the display name. */
  readonly boardName: string | null;
  readonly onBoard: boolean;
  /** What they do not want to see; it is counted all the same. */
  readonly hidesPoints: boolean;
  readonly hidesStreak: boolean;
  readonly hidesBadges: boolean;
  readonly hidesBoard: boolean;
  /** 1 is the stated time, 2 twice as long; 0 is no clock. */
  readonly clockFactor: number;
  /** What a teacher gives on top: 1.5 multiplies by that, 0 is no limit. */
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
