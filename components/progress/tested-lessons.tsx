import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Link } from '#components/ui/link.tsx';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { Recommendation } from '#lib/progress/recommend-next.ts';
import { EarlierTests, type PastVerdict } from './earlier-tests.tsx';
import { Moment } from './moment.tsx';
import { VerdictLine } from './verdict-line.tsx';

export interface TestedLessonsProps {
  lessons: readonly {
    readonly lesson: PageLink;
    readonly newest: PastVerdict;
    /** Newest first. */
    readonly earlier: readonly PastVerdict[];
    readonly recommendation: Recommendation | null;
  }[];
  /** The threshold for strong, 0..1. */
  cut: number;
  now: Date;
  timeZone: string;
}

/** Each tested lesson: its newest verdict, what to do next, and the tests before it. */
export function TestedLessons({ lessons, cut, now, timeZone }: TestedLessonsProps) {
  return (
    <ul className="grid list-none items-start gap-4 p-0 lg:grid-cols-2">
      {lessons.map(({ lesson, newest, earlier, recommendation }) => (
        <Card key={lesson.href} as="li" className="lg:only:col-span-2">
          <h3 className="text-lg">
            <Link href={lesson.href} className="no-underline hover:text-accent">
              {lesson.title}
            </Link>
          </h3>
          <p className="mb-3 text-sm text-ink-soft">
            Tested <Moment at={newest.at} now={now} timeZone={timeZone} />
          </p>
          <VerdictLine {...newest} cut={cut} />
          {recommendation ? <Next recommendation={recommendation} /> : null}
          <EarlierTests tests={earlier} cut={cut} timeZone={timeZone} />
        </Card>
      ))}
    </ul>
  );
}

function Next({ recommendation: { reason, to } }: { recommendation: Recommendation }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pt-4">
      <p className="min-w-0 grow basis-52 text-sm">{reason}</p>
      {to ? (
        <ButtonLink href={to.href} kind="quiet" size="small">
          {to.title}
        </ButtonLink>
      ) : null}
    </div>
  );
}
