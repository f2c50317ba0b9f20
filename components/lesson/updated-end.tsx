import type { Answered } from '#components/shell/answered-event.ts';
import { updateSummary } from '#lib/sitting/answer-summary.ts';
import type { EndCardProps } from './end-card.tsx';

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
