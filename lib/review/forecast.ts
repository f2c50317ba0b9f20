import { dayAfter } from '#lib/calendar/calendar-day.ts';

export interface ForecastDay {
  /** As 2026-11-22. */
  readonly day: string;
  /** Concepts and cards that come back; on the first day also all that is overdue. */
  readonly count: number;
}

export const forecastDays = 14;

/** Reviews due on each of the next days, today first, by the person's own calendar. */
export function forecast(dueDays: readonly string[], today: string): ForecastDay[] {
  return Array.from({ length: forecastDays }, (_, at) => {
    const day = dayAfter(today, at);
    const comesBack = (due: string) => due === day || (at === 0 && due < day);
    return { day, count: dueDays.filter(comesBack).length };
  });
}
