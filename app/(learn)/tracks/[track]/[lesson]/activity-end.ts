import type { EndCardProps } from '#components/lesson/end-card.tsx';
import { type Recommendation, recommendNext } from '#lib/progress/recommend-next.ts';
import type { ActivitySummary, LessonSummary } from '#lib/server/content/lesson-page.ts';
import { activityEnd } from '#lib/server/progress/activity-end.ts';
import { myActivity } from '#lib/server/sitting/my-activity.ts';
import { markActivityRead, restartActivity, retryMissedQuestions } from './actions.ts';

/** The end of an activity: the learner’s results, what changed, and the next step. */
export async function endCardProps(lesson: LessonSummary, activity: ActivitySummary): Promise<EndCardProps> {
  const { progress, answers, streakDays, reviews, facts } = await activityEnd(lesson, activity);
  const round = await myActivity(lesson.id, activity.slug);
  const hasQuestions = progress !== null && round !== null && activity.items > 0;
  return {
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
      read: progress && activity.items === 0 ? markActivityRead : null,
      again: hasQuestions ? restartActivity : null,
      missed: hasQuestions ? retryMissedQuestions : null,
    },
  };
}

/** What the end of an activity recommends once all of it is done; null before. */
export function nextWhenDone({ progress, facts }: EndCardProps): Recommendation | null {
  return progress && progress.done === progress.total && facts ? recommendNext(facts) : null;
}
