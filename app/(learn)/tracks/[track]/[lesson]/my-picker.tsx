import { ActivityPicker } from '#components/lesson/activity-picker.tsx';
import type { LessonSummary } from '#lib/server/content/lesson-page.ts';
import { type MyLesson, myLesson } from '#lib/server/sitting/my-activity.ts';

interface Props {
  readonly lesson: LessonSummary;
  readonly current: string;
}

/** The activities of a lesson, without anybody's progress or with one person's. */
export function Picker({ lesson, current, mine = null }: Props & { mine?: MyLesson | null }) {
  const activities = lesson.activities.map((activity) => ({
    ...activity,
    progress: mine?.activities.get(activity.slug) ?? null,
  }));
  const test = lesson.hasTest ? { path: `${lesson.path}/test`, verdict: mine?.verdict ?? null } : null;
  return <ActivityPicker lessonId={lesson.id} activities={activities} test={test} current={current} />;
}

/** The same with the visitor's progress. */
export async function MyPicker(props: Props) {
  return <Picker {...props} mine={await myLesson(props.lesson.id)} />;
}
