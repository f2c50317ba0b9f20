import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Outcome } from '#lib/mastery/verdict.ts';
import type { Advice } from '#lib/progress/verdict-advice.ts';
import { Moment } from './moment.tsx';
import { VerdictLine } from './verdict-line.tsx';

export interface NewestVerdictsProps {
  verdicts: readonly {
    lesson: { title: string; href: string };
    outcome: Outcome;
    low: number;
    high: number;
    at: Date;
    advice: Advice;
  }[];
  cut: number;
  now: Date;
  timeZone: string;
}

/** What the newest test of each lesson said, and what to do with it. */
export function NewestVerdicts({ verdicts, cut, now, timeZone }: NewestVerdictsProps) {
  return (
    <ul className="grid list-none gap-4 p-0 md:grid-cols-2 lg:grid-cols-1">
      {verdicts.map(({ lesson, outcome, low, high, at, advice }) => (
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
          <div className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pt-4">
            <p className="min-w-0 grow basis-52 text-sm">{advice.words}</p>
            <ButtonLink href={advice.href} kind="quiet" size="small">
              {advice.label}
            </ButtonLink>
          </div>
        </Card>
      ))}
    </ul>
  );
}
