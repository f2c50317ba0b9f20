import type { ReactNode } from 'react';
import { ButtonLink } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { shareText } from '#lib/mastery/share-text.ts';
import type { VerdictCard } from '#lib/mastery/verdict-card.ts';

export interface ClaimFiguresProps {
  /** The error rates of the test of one lesson; null without a test. */
  rates: { readonly card: VerdictCard; readonly lesson: string } | null;
  /** Questions in all lessons, and those of them whose answers are programs that are run. */
  questions: number;
  programs: number;
  /** Where the lessons are. */
  lessonsHref: string;
}

/** What Surefoot claims. */
export function Claim({ most }: { /** The most questions of a test. */ most: number }) {
  return (
    <div>
      <h1 className="max-w-[8em] text-[length:calc(var(--type-3xl)*1.2)] leading-[1.1] text-balance">
        Know what you know
      </h1>
      <p className="mt-4 max-w-[30rem] text-lg text-pretty text-ink-soft">
        {words(most)} questions at most. Then we say <b className="text-right">strong</b>,{' '}
        <b className="text-wrong">not yet</b> or <b className="text-unsure">can’t tell yet</b>, and how often
        we are wrong.
      </p>
    </div>
  );
}

/** The figures behind the claim, and where to go from it. */
export function ClaimFigures({ rates, questions, programs, lessonsHref }: ClaimFiguresProps) {
  return (
    <div>
      <dl className="grid max-w-[32rem] grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-5 gap-y-3">
        {rates ? <Rates {...rates} /> : null}
        {questions > 0 ? (
          <Figure figure={questions.toLocaleString('en')}>
            questions, all graded by the server
            {programs > 0 ? `; ${programs} of them by running the program that you write` : ''}
          </Figure>
        ) : null}
      </dl>
      <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink href={lessonsHref} kind="quiet" size="large">
          See the lessons
        </ButtonLink>
        <Link href="/help/teacher" className="inline-flex min-h-11 items-center font-semibold">
          For teachers
        </Link>
      </div>
    </div>
  );
}

const words = (count: number) => (count === 10 ? 'Ten' : String(count));

function Rates({ card, lesson }: NonNullable<ClaimFiguresProps['rates']>) {
  const { guesser, halfKnower, tests } = card;
  return (
    <>
      <Figure figure={shareText(guesser.strong, tests)}>of people who only guess are called strong</Figure>
      <Figure figure={shareText(halfKnower.strong, tests)}>
        of those who know 55 % of it are (simulated for the test of {lesson})
      </Figure>
    </>
  );
}

function Figure({ figure, children }: { figure: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-lg font-semibold whitespace-nowrap tabular-nums">{figure}</dt>
      <dd className="text-ink-soft">{children}</dd>
    </>
  );
}
