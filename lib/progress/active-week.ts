import { dayAfter, mondayOf } from '#lib/calendar/calendar-day.ts';

/** The answers of one of the learner's calendar days, like 2026-11-22. */
export interface ActiveDay {
  readonly day: string;
  readonly answers: number;
  readonly right: number;
  /** Answers in a challenge or test that has not ended, so that nobody says yet which are right; none by default. */
  readonly open?: number;
}

export type DayState = 'answered' | 'today' | 'none' | 'ahead';

export interface WeekDay extends ActiveDay {
  /** `answered` also for today, once something was answered. */
  readonly state: DayState;
}

/** A week from Monday to Sunday. */
export interface ActiveWeek {
  readonly days: readonly WeekDay[];
  /** Days with an answer. */
  readonly active: number;
  readonly answers: number;
  readonly right: number;
  readonly open?: number;
}

/** The last `count` weeks up to that of `today`, oldest first. `answered` holds days with answers, in any order. */
export function activeWeeks(answered: readonly ActiveDay[], today: string, count: number): ActiveWeek[] {
  const byDay = new Map(answered.map((one) => [one.day, one]));
  const monday = mondayOf(today);
  return Array.from({ length: count }, (_, at) => {
    const first = dayAfter(monday, (at - count + 1) * 7);
    return weekFrom(first, byDay, today);
  });
}

function weekFrom(monday: string, byDay: ReadonlyMap<string, ActiveDay>, today: string): ActiveWeek {
  const days = Array.from({ length: 7 }, (_, at): WeekDay => {
    const day = dayAfter(monday, at);
    const { answers = 0, right = 0, open = 0 } = byDay.get(day) ?? {};
    return { day, answers, right, open, state: stateOf(day, answers, today) };
  });
  const sum = (of: (day: WeekDay) => number) => days.reduce((total, day) => total + of(day), 0);
  return {
    days,
    active: sum(({ answers }) => (answers > 0 ? 1 : 0)),
    answers: sum(({ answers }) => answers),
    right: sum(({ right }) => right),
    open: sum(({ open = 0 }) => open),
  };
}

function stateOf(day: string, answers: number, today: string): DayState {
  if (answers > 0) return 'answered';
  if (day === today) return 'today';
  return day < today ? 'none' : 'ahead';
}

/** The week and its goal in one sentence or two, as every page shows it. */
export function weekInWords({ active, answers, right, open = 0 }: ActiveWeek, goal: number | null): string {
  const days = active === 1 ? '1 day' : `${active} days`;
  const reached = goal !== null && active >= goal;
  const goalWords =
    goal === null
      ? ''
      : reached
        ? `Goal reached: ${active} of ${goal} days. `
        : `Goal: ${active} of ${goal} days. `;
  if (answers === 0) return `${goalWords}No answers yet this week.`;
  const many = answers === 1 ? '1 answer' : `${answers} answers`;
  return `${goalWords}${many}${goal === null ? ` on ${days}` : ''}, ${right} right${open > 0 ? `, ${open} in what you have not finished` : ''}.`;
}
