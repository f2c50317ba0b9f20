import { EndCard, type EndCardProps } from '#components/lesson/end-card.tsx';
import { LiveEnd } from '#components/lesson/live-end.tsx';
import type { ActivitySummary, LessonSummary } from '#lib/server/content/lesson-page.ts';
import { activityEnd } from '#lib/server/progress/activity-end.ts';
import { myActivity } from '#lib/server/sitting/my-activity.ts';
import { again, missed, read } from './actions.ts';

interface Props {
  readonly lesson: LessonSummary;
  readonly activity: ActivitySummary;
}

/** The foot of an activity: how it went, what changed, and what to do next. */
export async function MyActivityEnd({ lesson, activity }: Props) {
  const { progress, answers, streakDays, reviews, facts } = await activityEnd(lesson, activity);
  const round = await myActivity(lesson.id, activity.slug);
  const asks = progress !== null && round !== null && activity.items > 0;
  const end: EndCardProps = {
    lessonId: lesson.id,
    activity: { slug: activity.slug, title: activity.title },
    progress: progress?.activities.get(activity.slug) ?? null,
    whole: progress?.whole ?? null,
    answers,
    streakDays,
    reviews,
    facts,
    isMissedRound: round?.scope === 'missed',
    actions: {
      read: progress && activity.items === 0 ? read : null,
      again: asks ? again : null,
      missed: asks ? missed : null,
    },
  };
  return (
    <LiveEnd end={end}>
      <EndCard {...end} />
    </LiveEnd>
  );
}
