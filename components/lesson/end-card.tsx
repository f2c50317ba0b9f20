import { ProgressBar } from '#components/ui/progress-bar.tsx';
import type { FormAction } from '#lib/form-state.ts';
import { type Progress, progressRule } from '#lib/progress/lesson-progress.ts';
import { type NextFacts, recommendNext } from '#lib/progress/recommend-next.ts';
import { type AnswerSummary, tallyOf } from '#lib/sitting/answer-summary.ts';
import { AnswerList } from './answer-list.tsx';
import { MarkRead, type Read } from './mark-read.tsx';
import { NextLinks } from './next-links.tsx';
import { RoundSummary } from './round-summary.tsx';
import { StartOver } from './start-over.tsx';

export interface EndCardProps {
  lessonId: string;
  activity: { readonly slug: string; readonly title: string };
  /** Steps of this activity; null for visitors and for the test. */
  progress: Progress | null;
  /** Steps of the whole lesson. */
  whole: Progress | null;
  /** The questions of this round. */
  answers: readonly (AnswerSummary & { readonly freeHints: boolean })[];
  streakDays: number;
  /** What each question is about, which of that has a review ahead, and in how long the first one is. */
  reviews: {
    readonly about: Readonly<Record<string, string>>;
    readonly ids: readonly string[];
    readonly next: string | null;
  };
  /** Null for a lesson that is gone. */
  facts: NextFacts | null;
  /** Only the missed ones are asked in this round. */
  isMissedRound: boolean;
  /** Each posts `lesson` and `activity`; null where it is not offered. */
  actions: {
    readonly read: FormAction<Read, string> | null;
    readonly again: FormAction<unknown, string> | null;
    readonly missed: FormAction<unknown, string> | null;
  };
}

/** The foot of an activity: what was right, what that changed, and what to do next. */
export function EndCard(props: EndCardProps) {
  const { lessonId, activity, actions, isMissedRound, progress, whole, answers, streakDays, reviews, facts } =
    props;
  const tally = tallyOf(answers);
  const hasAnswers = tally.right + tally.missed > 0;
  const done = progress !== null && progress.done === progress.total;
  const address = { lesson: lessonId, activity: activity.slug };
  const { missed, todo: unanswered } = tally;
  const recommendation =
    facts && recommendNext({ ...facts, missed: actions.missed ? missed : 0, unanswered });
  return (
    <section aria-labelledby="end" className="no-print mt-16 border-t-2 border-ink pt-6">
      <h2 id="end" className={hasAnswers ? 'text-xl' : 'sr-only'}>
        {hasAnswers ? 'How it went' : 'What next'}
      </h2>
      {hasAnswers ? (
        <RoundSummary tally={tally} streakDays={streakDays} reviews={reviews.ids} next={reviews.next} />
      ) : null}
      {whole ? (
        <div className="my-6 grid max-w-measure gap-x-8 gap-y-4 sm:grid-cols-2" title={progressRule}>
          {progress && !actions.read ? (
            <ProgressBar done={progress.done} of={progress.total} label={`in ${activity.title}`} />
          ) : null}
          <ProgressBar done={whole.done} of={whole.total} label="in this lesson" />
        </div>
      ) : null}
      {hasAnswers ? <AnswerList answers={answers} /> : null}
      {actions.read ? <MarkRead action={actions.read} {...address} done={done} /> : null}
      <NextLinks
        {...{ recommendation, facts }}
        missed={missed > 0 ? actions.missed : null}
        activity={address}
      />
      {actions.again && (hasAnswers || done || isMissedRound) ? (
        <StartOver action={actions.again} {...address}>
          {isMissedRound ? 'Back to all questions' : 'Answer these questions afresh'}
        </StartOver>
      ) : null}
    </section>
  );
}
