import { type Streak, shownStreak, type ZonedTime } from './streak.ts';

export interface StreakToday {
  /** Days in a row as they stand now. */
  readonly days: number;
  /** Whether today counts already. */
  readonly done: boolean;
  readonly words: string;
}

/** What there is to say of a streak on this calendar day. It never hurries anybody. */
export function streakToday(streak: Streak, today: string, moment: ZonedTime | null = null): StreakToday {
  const { days, lastDay } = shownStreak(streak, today, moment);
  const done = lastDay !== null && lastDay >= today;
  return { days, done, words: wordsFor(days, done, lastDay !== null) };
}

function wordsFor(days: number, done: boolean, hasBegun: boolean): string {
  const row = days === 1 ? '1 day' : `${days} days in a row`;
  if (done) return `Today counts. ${days === 1 ? 'That is 1 day' : `That is ${row}`}.`;
  if (days > 0) return `${row} so far. One answer makes today count.`;
  return hasBegun ? 'A new streak begins with your next answer.' : 'Your first answer begins a streak.';
}
