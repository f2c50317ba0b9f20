import { Stone, type StoneState } from '#components/ui/stone.tsx';
import { weekday } from '#lib/calendar/time-in-words.ts';
import { type ActiveWeek, type DayState, weekInWords } from '#lib/progress/active-week.ts';

const stones: Record<DayState, StoneState> = {
  answered: 'done',
  today: 'current',
  none: 'new',
  ahead: 'new',
};

const words: Record<DayState, string> = {
  answered: 'answered',
  today: 'today, no answer yet',
  none: 'no answer',
  ahead: 'to come',
};

/** The days of a week as stepping stones, and the goal in words. */
export function WeekStrip({ week, goal }: { week: ActiveWeek; goal: number | null }) {
  return (
    <>
      <ol className="grid max-w-sm list-none grid-cols-7 gap-1 p-0">
        {week.days.map(({ day, state }) => (
          <li key={day} className="text-center text-sm">
            <Stone
              state={stones[state]}
              size={36}
              className={`max-w-full ${state === 'ahead' ? 'opacity-60' : ''}`}
            />
            <span aria-hidden="true" className="mt-1 block text-ink-soft">
              {weekday(day, 'short').slice(0, 2)}
            </span>
            <span className="sr-only">
              {weekday(day, 'long')}: {words[state]}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-ink-soft tabular-nums">{weekInWords(week, goal)}</p>
    </>
  );
}
