import { dayInWords, weekday } from '#lib/calendar/time-in-words.ts';
import type { ActiveWeek, WeekDay } from '#lib/progress/active-week.ts';

/** Weeks as columns and days as rows: a stone for each day with answers, larger with more of them. */
export function ActivityCalendar({ weeks }: { weeks: readonly ActiveWeek[] }) {
  const active = weeks.reduce((sum, week) => sum + week.active, 0);
  const from = weeks[0]?.days[0]?.day;
  if (from === undefined) return null;
  return (
    <figure>
      <ol
        className="grid max-w-xl list-none grid-flow-col gap-1 p-0"
        style={{ gridTemplateRows: 'repeat(7, 1.125rem)', gridAutoColumns: 'minmax(0, 1fr)' }}
      >
        {weeks.flatMap(({ days }) =>
          days.map((day) => (
            <li key={day.day} title={spoken(day)} className="grid place-items-center">
              <span className="sr-only">{spoken(day)}</span>
              <svg viewBox="0 0 32 18" className="h-full w-full" aria-hidden="true">
                <ellipse cx="16" cy="9" rx={15 * scaleOf(day)} ry={8 * scaleOf(day)} className={looks(day)} />
              </svg>
            </li>
          )),
        )}
      </ol>
      <figcaption className="mt-3 text-sm text-ink-soft tabular-nums">
        {active === 1 ? '1 day' : `${active} days`} with answers since {dayInWords(new Date(from), 'UTC')}.
        One column is a week from Monday to Sunday; a larger stone is a day with more answers.
      </figcaption>
    </figure>
  );
}

/** Three sizes: up to 4 answers, up to 14, and more. */
function scaleOf({ answers }: WeekDay): number {
  if (answers === 0) return 0.35;
  return answers < 5 ? 0.6 : answers < 15 ? 0.8 : 1;
}

function looks({ state }: WeekDay): string {
  if (state === 'answered') return 'fill-accent stroke-accent';
  return state === 'today' ? 'fill-accent-tint stroke-accent' : 'fill-paper stroke-line-strong';
}

function spoken({ day, answers, state }: WeekDay): string {
  const name = `${weekday(day, 'long')}, ${dayInWords(new Date(day), 'UTC')}`;
  if (state === 'ahead') return `${name}: to come`;
  return `${name}: ${answers === 1 ? '1 answer' : `${answers} answers`}`;
}
