import { Link } from '#components/ui/link.tsx';
import { dayInWords } from '#lib/calendar/time-in-words.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import { type Outcome, outcomeLabels } from '#lib/mastery/verdict.ts';

export interface TestHistoryProps {
  lesson: PageLink;
  /** Oldest first. */
  tests: readonly {
    readonly at: Date;
    readonly outcome: Outcome;
    readonly low: number;
    readonly high: number;
  }[];
  /** The share that has to be known for strong, 0..1. */
  cut: number;
  timeZone: string;
}

const colours: Record<Outcome, string> = {
  strong: 'text-right',
  'not-yet': 'text-wrong',
  unsure: 'text-unsure',
};

const width = 24;
const height = 72;
/** An axis of at least this many tests, so that one test is not a strip. */
const fewest = 6;

/** The tests of a lesson in their order: each a band as wide as its doubt, against the cut. The list below says the same. */
export function TestHistory({ lesson, tests, cut, timeZone }: TestHistoryProps) {
  const y = (share: number) => (1 - share) * height;
  return (
    <figure className="min-w-0">
      <figcaption className="font-semibold">
        <Link href={lesson.href} className="no-underline hover:text-accent">
          {lesson.title}
        </Link>
      </figcaption>
      <svg
        width={Math.max(fewest, tests.length) * width}
        height={height}
        aria-hidden="true"
        className="mt-2 block max-w-full"
      >
        <rect width="100%" height={height} className="fill-paper-sunk" />
        {tests.map(({ at, outcome, low, high }, index) => (
          <rect
            key={at.toISOString()}
            x={index * width + width / 2 - 4}
            width="8"
            y={y(high)}
            height={Math.max(2, y(low) - y(high))}
            rx="4"
            fill="currentColor"
            className={colours[outcome]}
          />
        ))}
        <line x2="100%" y1={y(cut)} y2={y(cut)} className="stroke-ink" strokeDasharray="3 3" />
      </svg>
      <ol className="mt-2 list-none p-0 text-sm text-ink-soft tabular-nums">
        {tests.toReversed().map(({ at, outcome, low, high }) => (
          <li key={at.toISOString()}>
            <span className={`font-semibold ${colours[outcome]}`}>{outcomeLabels[outcome]}</span>,{' '}
            {dayInWords(at, timeZone)}: {Math.round(low * 100)}–{Math.round(high * 100)} % known
          </li>
        ))}
      </ol>
    </figure>
  );
}
