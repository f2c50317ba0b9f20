import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Link } from '#components/ui/link.tsx';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { Outcome } from '#lib/mastery/verdict.ts';
import type { Recommendation } from '#lib/progress/recommend-next.ts';
import { Moment } from './moment.tsx';
import { VerdictLine } from './verdict-line.tsx';

export interface NewestVerdictsProps {
  verdicts: readonly {
    lesson: PageLink;
    outcome: Outcome;
    low: number;
    high: number;
    at: Date;
    recommendation: Recommendation | null;
  }[];
  cut: number;
  now: Date;
  timeZone: string;
}

/** The latest test verdict of each lesson, with a recommendation. */
export function NewestVerdicts({ verdicts, cut, now, timeZone }: NewestVerdictsProps) {
  return (
    <ul className="grid list-none gap-4 p-0 md:grid-cols-2 lg:grid-cols-1 xl:grid-cols-[repeat(auto-fit,minmax(16rem,1fr))]">
      {verdicts.map(({ lesson, outcome, low, high, at, recommendation }) => (
        <Card key={lesson.href} as="li" className="flex flex-col">
          <h3 className="text-lg">
            <Link href={lesson.href} className="no-underline hover:text-accent">
              {lesson.title}
            </Link>
          </h3>
          <p className="mb-3 text-sm text-ink-soft">
            Tested <Moment at={at} now={now} timeZone={timeZone} />
          </p>
          <VerdictLine outcome={outcome} low={low} high={high} cut={cut} />
          {recommendation ? <Next recommendation={recommendation} /> : null}
        </Card>
      ))}
    </ul>
  );
}

function Next({ recommendation: { reason, to } }: { recommendation: Recommendation }) {
  return (
    <div className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pt-4">
      <p className="min-w-0 grow basis-52 text-sm">{reason}</p>
      {to ? (
        <ButtonLink href={to.href} kind="quiet" size="small">
          {to.title}
        </ButtonLink>
      ) : null}
    </div>
  );
}
