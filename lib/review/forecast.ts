import { dayAfter } from '#lib/calendar/calendar-day.ts';

export interface ForecastDay {
  /** As 2026-11-22. */
  readonly day: string;
  /** Concepts and cards that are due; the first day includes what is overdue. */
  readonly count: number;
}

export const forecastDays = 14;

/** Reviews due on each of the next `forecastDays` days, today first, by the learner's own calendar. */
export function forecast(dueDays: readonly string[], today: string): ForecastDay[] {
  return Array.from({ length: forecastDays }, (_, at) => {
    const day = dayAfter(today, at);
    const isDue = (due: string) => due === day || (at === 0 && due < day);
    return { day, count: dueDays.filter(isDue).length };
  });
}
