import { ProgressBar } from '#components/ui/progress-bar.tsx';
import type { FormAction } from '#lib/form-state.ts';
import { type Progress, progressRule } from '#lib/progress/lesson-progress.ts';
import { nextStep, type StepFacts } from '#lib/progress/next-step.ts';
import { type Look, tallyOf } from '#lib/sitting/look-back.ts';
import { LookList } from './look-list.tsx';
import { MarkRead, type Read } from './mark-read.tsx';
import { Moved } from './moved.tsx';
import { NextWays } from './next-ways.tsx';
import { StartOver } from './start-over.tsx';

export interface EndCardProps {
  lessonId: string;
  activity: { readonly slug: string; readonly title: string };
  /** Steps of this activity; null for visitors and for the test. */
  progress: Progress | null;
  /** Steps of the whole lesson. */
  whole: Progress | null;
  /** The questions of this round. */
  looks: readonly (Look & { readonly freeHints: boolean })[];
  streakDays: number;
  /** What each question is about, which of that comes back, and in how long the first of it does. */
  reviews: {
    readonly about: Readonly<Record<string, string>>;
    readonly ids: readonly string[];
    readonly next: string | null;
  };
  facts: Omit<StepFacts, 'missed' | 'todo'>;
  /** Only the missed ones are asked in this round. */
  isMissedRound: boolean;
  /** Each posts `lesson` and `activity`; null where it has no place. */
  actions: {
    readonly read: FormAction<Read, string> | null;
    readonly again: FormAction<unknown, string> | null;
    readonly missed: FormAction<unknown, string> | null;
  };
}

/** The foot of an activity: what was right, what that moved, and the one step that comes next. */
export function EndCard(props: EndCardProps) {
  const { lessonId, activity, actions, isMissedRound, progress, whole, looks, streakDays, reviews } = props;
  const tally = tallyOf(looks);
  const begun = tally.right + tally.missed > 0;
  const done = progress !== null && progress.done === progress.of;
  const place = { lesson: lessonId, activity: activity.slug };
  const { missed, todo } = tally;
  const step = nextStep({ ...props.facts, missed: actions.missed ? missed : 0, todo });
  return (
    <section aria-labelledby="end" className="no-print mt-16 border-t-2 border-ink pt-6">
      <h2 id="end" className={begun ? 'text-xl' : 'sr-only'}>
        {begun ? 'How it went' : 'What next'}
      </h2>
      {begun ? (
        <Moved tally={tally} streakDays={streakDays} reviews={reviews.ids} next={reviews.next} />
      ) : null}
      {whole ? (
        <div className="my-6 grid max-w-measure gap-x-8 gap-y-4 sm:grid-cols-2" title={progressRule}>
          {progress && !actions.read ? (
            <ProgressBar done={progress.done} of={progress.of} label={`in ${activity.title}`} />
          ) : null}
          <ProgressBar done={whole.done} of={whole.of} label="in this lesson" />
        </div>
      ) : null}
      {begun ? <LookList looks={looks} /> : null}
      {actions.read ? <MarkRead action={actions.read} {...place} done={done} /> : null}
      <NextWays step={step} facts={props.facts} missed={missed > 0 ? actions.missed : null} place={place} />
      {actions.again && (begun || done || isMissedRound) ? (
        <StartOver action={actions.again} {...place}>
          {isMissedRound ? 'Back to all questions' : 'Answer these questions afresh'}
        </StartOver>
      ) : null}
    </section>
  );
}
