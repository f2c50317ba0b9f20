import type { Db } from '#db/client.ts';
import { listActivityStandings } from '#db/standings.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { activityProgress, lessonProgress } from '#lib/progress/lesson-progress.ts';
import type { ProgressUpdate } from '#lib/progress/sitting-view.ts';

/** A user's progress in an activity and in its lesson. */
export async function progressUpdate(
  db: Db,
  userId: string,
  lesson: Lesson,
  activity: string,
): Promise<ProgressUpdate> {
  const standings = await listActivityStandings(db, [userId]);
  return {
    lessonId: lesson.id,
    activity,
    here: activityProgress(lesson, activity, standings),
    whole: lessonProgress(lesson, standings),
  };
}
