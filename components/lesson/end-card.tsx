import { Disclosure } from '#components/ui/disclosure.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { RareIcon } from '#components/ui/rare-icon.tsx';
import type { FormAction } from '#lib/form-state.ts';
import { type Progress, progressRule } from '#lib/progress/lesson-progress.ts';
import type { NextFacts } from '#lib/progress/next-facts.ts';
import { recommendNext } from '#lib/progress/recommend-next.ts';
import {
  type AnswerResult,
  type AnswerSummary,
  type RoundTally,
  tallyOf,
  tallyText,
} from '#lib/sitting/answer-summary.ts';
import { firstWords } from '#lib/text/rich.ts';
import { endAnchor } from './end-anchor.ts';
import { MarkRead, type Read } from './mark-read.tsx';
import { NextLinks } from './next-links.tsx';
import { StartOver } from './start-over.tsx';

export interface EndCardProps {
  lessonId: string;
  activity: { readonly slug: string; readonly title: string };
  /** Progress in this activity; null for visitors and for the test. */
  progress: Progress | null;
  /** Progress in the whole lesson. */
  whole: Progress | null;
  /** The questions of this round. */
  answers: readonly (AnswerSummary & { readonly freeHints: boolean })[];
  streakDays: number;
  /** The review subject of each item, the subjects with a scheduled review, and when the first is due. */
  reviews: {
    readonly about: Readonly<Record<string, string>>;
    readonly ids: readonly string[];
    readonly next: string | null;
  };
  /** Null for a lesson that was removed. */
  facts: NextFacts | null;
  /** This round has only the missed questions. */
  isMissedRound: boolean;
  /** Each posts `lesson` and `activity`; null when it is not offered. */
  actions: {
    readonly read: FormAction<Read, string> | null;
    readonly again: FormAction<unknown, string> | null;
    readonly missed: FormAction<unknown, string> | null;
  };
}

/** The end of an activity: the results, what they changed, and the next step. */
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
    <section aria-labelledby={endAnchor} className="no-print mt-16 border-t-2 border-ink pt-6">
      <h2 id={endAnchor} className={hasAnswers ? 'text-xl' : 'sr-only'}>
        {hasAnswers ? 'How it went' : 'What next'}
      </h2>
      {hasAnswers ? (
        <RoundSummary tally={tally} streakDays={streakDays} reviews={reviews.ids} next={reviews.next} />
      ) : null}
      {whole ? (
        <div className="my-6 grid max-w-measure gap-x-8 gap-y-4 sm:grid-cols-2" title={progressRule}>
          {progress && !actions.read ? (
            <ProgressBar done={progress.done} total={progress.total} label={`in ${activity.title}`} />
          ) : null}
          <ProgressBar done={whole.done} total={whole.total} label="in this lesson" />
        </div>
      ) : null}
      {hasAnswers ? <AnswerList answers={answers} /> : null}
      {actions.read ? <MarkRead action={actions.read} {...address} done={done} /> : null}
      <NextLinks
        {...{ recommendation, facts }}
        missed={missed > 0 ? actions.missed : null}
        activity={address}
        isQuiet={activity.slug === 'challenge'}
      />
      {actions.again && (hasAnswers || done || isMissedRound) ? (
        <StartOver action={actions.again} {...address}>
          {isMissedRound ? 'Back to all questions' : 'Answer these questions again'}
        </StartOver>
      ) : null}
    </section>
  );
}

const marks = {
  right: { kind: 'right', word: 'Right' },
  missed: { kind: 'wrong', word: 'Not yet' },
  todo: { kind: 'unsure', word: 'Open' },
} as const satisfies Record<AnswerResult, object>;

/** Read from the page, which sends the texts only with earlier answers. */
function wordsOfQuestion(id: string): string {
  const prompt = document.getElementById(id)?.querySelector('[id$="-prompt"]');
  return firstWords([prompt?.textContent ?? '']);
}

/** Every question of the round with its mark, linked to the question with its answer, feedback and solution. */
function AnswerList({ answers }: { answers: readonly AnswerSummary[] }) {
  return (
    <Disclosure summary="Look back at each question" className="mb-6 max-w-[46rem]">
      <ol className="divide-y divide-line">
        {answers.map(({ id, questionText, result, hinted }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="flex min-h-11 items-start gap-3 py-2 no-underline hover:text-accent"
            >
              <Mark kind={marks[result].kind} className="mt-[0.2em]" />
              <span className="min-w-0">
                <span className="font-semibold">{marks[result].word}</span>
                {hinted ? <span className="text-ink-soft">, with a hint</span> : null}
                <span className="block text-ink-soft">{questionText ?? wordsOfQuestion(id)}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

interface RoundSummaryProps {
  tally: RoundTally;
  streakDays: number;
  /** The concepts and cards with a scheduled review. */
  reviews: readonly string[];
  /** When the first review is due, such as "tomorrow", if known. */
  next: string | null;
}

/** The results of the round: tally, points, streak and scheduled reviews. */
function RoundSummary({ tally, streakDays, reviews, next }: RoundSummaryProps) {
  const one = reviews.length === 1;
  const due = one ? '1 concept is due' : `${reviews.length} concepts are due`;
  return (
    <div role="status" className="mt-2 tabular-nums">
      <p className="font-semibold">{tallyText(tally)}.</p>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-ink-soft">
        <li data-shows="points" className="inline-flex items-center gap-2">
          <Icon name="point" size={16} />
          {tally.points === 1 ? '1 point' : `${tally.points} points`} in this round
        </li>
        {streakDays > 0 ? (
          <li data-shows="streak" className="inline-flex items-center gap-2">
            <Icon name="flame" size={16} />
            {streakDays === 1 ? 'today counts for your streak' : `${streakDays} days in a row`}
          </li>
        ) : null}
        {reviews.length > 0 ? (
          <li className="inline-flex items-center gap-2">
            <RareIcon name="clock" size={16} />
            {due} for review{next ? (one ? ` ${next}` : `, the first ${next}`) : ''}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
