import { weekday } from '#lib/calendar/time-in-words.ts';
import type { ForecastDay } from '#lib/review/forecast.ts';

const tallest = 56;

/** Reviews due on each day of the next two weeks: a bar with its number on top and its day below. */
export function Forecast({ days }: { days: readonly ForecastDay[] }) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <figure className="mt-8">
      <figcaption className="font-semibold">Reviews due in the next two weeks</figcaption>
      <ol className="mt-3 grid max-w-2xl list-none grid-cols-7 gap-y-3 p-0 sm:grid-cols-14">
        {days.map(({ day, count }, index) => (
          <li key={day} className="flex flex-col items-center justify-end text-xs">
            <span className="sr-only">{spoken(day, count, index)}</span>
            <span aria-hidden="true" className="tabular-nums">
              {count > 0 ? count : ''}
            </span>
            <svg
              width="100%"
              height={count > 0 ? 4 + (count / most) * tallest : 2}
              aria-hidden="true"
              className="block"
            >
              <rect
                x="14%"
                width="72%"
                height="100%"
                rx={count > 0 ? 2 : 0}
                className={count > 0 ? (index === 0 ? 'fill-accent' : 'fill-line-strong') : 'fill-line'}
              />
            </svg>
            <span
              aria-hidden="true"
              className={`mt-1.5 flex flex-col items-center tabular-nums ${index === 0 ? 'font-semibold' : 'text-ink-soft'}`}
            >
              <span>{weekday(day, 'short').slice(0, 2)}</span>
              <span>{Number(day.slice(8))}</span>
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function spoken(day: string, count: number, at: number): string {
  const name = at === 0 ? 'Today' : at === 1 ? 'Tomorrow' : `${weekday(day, 'long')} ${Number(day.slice(8))}`;
  return `${name}: ${count === 0 ? 'nothing' : count}`;
}
