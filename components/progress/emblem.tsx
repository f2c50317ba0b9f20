import { emblemOf } from '#lib/progress/emblem.ts';
import type { Progress } from '#lib/progress/lesson-progress.ts';

export interface EmblemProps {
  lessonId: string;
  /** Null once it is earned. */
  goal: Progress | null;
  /** Edge in px. */
  size?: number | undefined;
}

/** The outline of a stepping stone, 64 wide and 32 high. */
const outline = 'M4 22C4 11 14 4 31 4s29 6 29 17c0 6-6 7-29 7S4 28 4 22Z';

/**
 * The emblem of a lesson's badge: stepping stones on a seal. Earned, the stones are filled; before that they are outlines
 * with the real count below. Hidden from screen readers: its name and count are in words beside it.
 */
export function Emblem({ lessonId, goal, size = 72 }: EmblemProps) {
  const earned = goal === null;
  return (
    <svg
      viewBox="0 0 96 96"
      width={size}
      height={size}
      aria-hidden="true"
      fill="none"
      className="block shrink-0"
    >
      <circle
        cx="48"
        cy="48"
        r="46.5"
        strokeWidth={earned ? 2.5 : 1.5}
        strokeDasharray={earned ? undefined : '3 4'}
        className={earned ? 'fill-accent-tint stroke-accent' : 'fill-paper stroke-line-strong'}
      />
      <g transform={earned ? undefined : 'translate(0 -9)'}>
        {emblemOf(lessonId).map(({ x, y, half, tilt }) => (
          <path
            key={`${x}-${y}`}
            d={outline}
            transform={`translate(${x} ${y}) rotate(${tilt}) scale(${half / 32}) translate(-32 -16)`}
            strokeWidth={(1.5 * 32) / half}
            strokeDasharray={earned ? undefined : '6 8'}
            className={earned ? 'fill-accent stroke-accent' : 'fill-paper stroke-line-strong'}
          />
        ))}
      </g>
      {goal ? (
        <text
          x="48"
          y="88"
          textAnchor="middle"
          fontSize="15"
          fontWeight="600"
          className="fill-ink tabular-nums"
        >
          {goal.done}/{goal.total}
        </text>
      ) : null}
    </svg>
  );
}
