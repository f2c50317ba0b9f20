import type { SentForm } from '#components/item/form/use-form.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import type { MissedRefusal } from '#lib/sitting/refusals.ts';
import { ChallengeCard } from './challenge-card.tsx';
import { ResultLinks } from './result-links.tsx';
import { SittingReview } from './sitting-review.tsx';
import type { SittingWords } from './sitting-words.ts';
import { VerdictCard } from './verdict-card.tsx';

export interface ClosedSittingProps<R extends string> {
  view: SittingView;
  words: SittingWords;
  lessonHref: string;
  /** Begins a new one. */
  starting: SentForm<SittingView, R>;
  /** Begins one of what was missed. */
  mending: SentForm<SittingView | null, MissedRefusal>;
  /** Goes on with a test that could not tell. */
  furthering: SentForm<SittingView, R>;
}

/** How it went, what to do next, and every item with its answer. */
export function ClosedSitting<R extends string>({
  view,
  words,
  lessonHref,
  starting,
  mending,
  furthering,
}: ClosedSittingProps<R>) {
  const { result, address } = view;
  const isMissed = result?.kind === 'challenge' && result.right < result.of;
  const mayGoOn = result?.kind === 'test' && result.mayContinue;
  const ways = (
    <ResultLinks
      {...{ address, words, lessonHref, starting }}
      mending={isMissed ? mending : null}
      furthering={mayGoOn ? furthering : null}
      recommendation={result?.kind === 'test' ? result.recommendation : null}
    />
  );
  return (
    <div className="space-y-12">
      {result?.kind === 'challenge' ? <ChallengeCard result={result}>{ways}</ChallengeCard> : null}
      {result?.kind === 'test' ? <VerdictCard result={result}>{ways}</VerdictCard> : null}
      <SittingReview items={view.answeredItems} address={address} noun={words.noun} />
    </div>
  );
}
