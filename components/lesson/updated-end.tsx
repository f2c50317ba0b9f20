import type { Answered } from '#components/shell/answered-event.ts';
import { updateSummary } from '#lib/sitting/answer-summary.ts';
import { EndCard, type EndCardProps } from './end-card.tsx';

export interface UpdatedEndProps {
  /** As rendered by the server. */
  end: EndCardProps;
  /** Every answer on the page since, oldest first. */
  answers: readonly Answered[];
}

/** The end card, updated by the answers given on the page. */
export function UpdatedEnd({ end, answers }: UpdatedEndProps) {
  return <EndCard {...answers.reduce(updatedEnd, end)} />;
}

/** The props of the end card after one more answer on the page. */
export function updatedEnd(end: EndCardProps, { progress, totals, item }: Answered): EndCardProps {
  const { lessonId, activity, answers, reviews } = end;
  if (progress?.lessonId !== lessonId) return end;
  const here = progress.activity === activity.slug;
  const known = item && here && answers.some(({ id }) => id === item.id);
  const subject = item && here ? reviews.about[item.id] : undefined;
  const isNew = subject !== undefined && !reviews.ids.includes(subject);
  return {
    ...end,
    answers: known
      ? answers.map((one) =>
          one.id === item.id ? { ...one, ...updateSummary(one, item.state, one.freeHints) } : one,
        )
      : answers,
    progress: here ? progress.here : end.progress,
    whole: progress.whole,
    streakDays: totals?.streakDays ?? end.streakDays,
    reviews: isNew ? { ...reviews, ids: [...reviews.ids, subject] } : reviews,
  };
}
