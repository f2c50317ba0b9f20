import { type Streak, shownStreak, type ZonedTime } from './streak.ts';

export interface StreakToday {
  /** Days in a row. */
  readonly days: number;
  /** Whether today counts already. */
  readonly done: boolean;
  readonly words: string;
}

/** The streak as shown on this calendar day. The text must not put pressure on the learner. */
export function streakToday(streak: Streak, today: string, time: ZonedTime | null = null): StreakToday {
  const { days, lastDay } = shownStreak(streak, today, time);
  const done = lastDay !== null && lastDay >= today;
  return { days, done, words: wordsFor(days, done, lastDay !== null) };
}

function wordsFor(days: number, done: boolean, hasStarted: boolean): string {
  const span = days === 1 ? '1 day' : `${days} days in a row`;
  if (done) return `Today counts. ${days === 1 ? 'That is 1 day' : `That is ${span}`}.`;
  if (days > 0) return `${span} so far. One answer makes today count.`;
  return hasStarted ? 'A new streak begins with your next answer.' : 'Your first answer begins a streak.';
}
