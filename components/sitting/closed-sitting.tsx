import type { SentForm } from '#components/item/form/use-form.ts';
import type { Recommendation } from '#lib/progress/recommend-next.ts';
import type { SittingView, TestResult } from '#lib/progress/sitting-view.ts';
import type { RetryRefusal } from '#lib/sitting/refusals.ts';
import { ChallengeCard } from './challenge-card.tsx';
import { ResultLinks } from './result-links.tsx';
import { SittingReview } from './sitting-review.tsx';
import type { SittingText } from './sitting-text.ts';
import { VerdictCard } from './verdict-card.tsx';

export interface ClosedSittingProps<R extends string> {
  view: SittingView;
  words: SittingText;
  lessonHref: string;
  lessonId: string;
  /** What to do after a challenge whose problems are all solved; null for a test, which has its own. */
  next: Recommendation | null;
  /** Starts a new sitting. */
  starting: SentForm<SittingView, R>;
  /** Starts a sitting with the missed questions. */
  retrying: SentForm<SittingView | null, RetryRefusal>;
  /** Continues a test without a clear verdict. */
  continuing: SentForm<SittingView, R>;
}

/** The result, the next steps, and every item with its answer. */
export function ClosedSitting<R extends string>({
  view,
  words,
  lessonHref,
  lessonId,
  next,
  starting,
  retrying,
  continuing,
}: ClosedSittingProps<R>) {
  const { result, address } = view;
  const isMissed = result?.kind === 'challenge' && result.right < result.total;
  const mayContinue = result?.kind === 'test' && result.mayContinue;
  const links = (
    <ResultLinks
      {...{ address, words, lessonHref, starting }}
      retrying={isMissed ? retrying : null}
      continuing={mayContinue ? continuing : null}
      recommendation={result?.kind === 'test' ? firstElsewhere(result) : isMissed ? null : next}
    />
  );
  return (
    <div className="space-y-12">
      {result?.kind === 'challenge' ? (
        <ChallengeCard result={result} lessonId={lessonId}>
          {links}
        </ChallengeCard>
      ) : null}
      {result?.kind === 'test' ? (
        <VerdictCard result={result} testsLeft={words.againAbout}>
          {links}
        </VerdictCard>
      ) : null}
      <SittingReview items={view.answeredItems} address={address} noun={words.noun} />
    </div>
  );
}

/** What to do first after a test; another test has a button of its own. */
function firstElsewhere({ steps: [first] }: TestResult): Recommendation | null {
  return first && first.to?.activity?.slug !== 'test' ? first : null;
}
