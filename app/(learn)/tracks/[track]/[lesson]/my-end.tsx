import { EndCard } from '#components/lesson/end-card.tsx';
import type { ActivitySummary, LessonSummary } from '#lib/server/lesson-page.ts';
import { myLesson } from '#lib/server/my-activity.ts';
import { again, read } from './actions.ts';

interface Props {
  readonly lesson: LessonSummary;
  readonly activity: ActivitySummary;
}

/** The foot of an activity: what is done, and the next step. */
export async function MyEnd({ lesson, activity }: Props) {
  const mine = await myLesson(lesson.id);
  const test = lesson.hasTest ? { title: 'Test this concept', path: `${lesson.path}/test` } : null;
  const beginsByItself = activity.slug !== 'challenge' && activity.slug !== 'test';
  return (
    <EndCard
      lessonId={lesson.id}
      activity={activity}
      progress={mine?.activities.get(activity.slug) ?? null}
      whole={mine?.whole ?? null}
      next={following(lesson, activity)}
      test={activity.slug === 'test' ? null : test}
      read={mine && activity.items === 0 ? read : null}
      again={mine && beginsByItself && activity.items > 0 ? again : null}
    />
  );
}

/** The next activity; after the last one and after the test, the next lesson. */
function following(lesson: LessonSummary, activity: ActivitySummary) {
  const at = lesson.activities.findIndex((other) => other.slug === activity.slug);
  return (at === -1 ? undefined : lesson.activities[at + 1]) ?? lesson.next;
}
