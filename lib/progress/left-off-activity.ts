import type { ActivitySlug } from '#lib/lesson/activities.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { Library } from '#lib/lesson/library.ts';
import { type ActivityStanding, activityProgress, type Progress } from './lesson-progress.ts';

/** The standing in an activity, and when it was last worked on. */
export interface DatedStanding extends ActivityStanding {
  readonly lastAt: Date;
}

/** An activity that was started and not finished. */
export interface LeftOff {
  readonly lesson: Lesson;
  readonly activity: ActivitySlug;
  readonly progress: Progress;
  readonly lastAt: Date;
}

/** The activity last worked on that has something left to solve; null without one. A test counts while its sitting is open. */
export function leftOffActivity(
  library: Library,
  workedOn: readonly DatedStanding[],
  openTests: readonly DatedStanding[],
): LeftOff | null {
  const newestFirst = [...workedOn.filter(({ activity }) => activity !== 'test'), ...openTests].toSorted(
    (a, b) => b.lastAt.getTime() - a.lastAt.getTime(),
  );
  for (const row of newestFirst) {
    const lesson = library.lessonById(row.lessonId);
    const found = lesson && unfinishedAt(lesson, row, workedOn);
    if (found) return found;
  }
  return null;
}

function unfinishedAt(
  lesson: Lesson,
  row: DatedStanding,
  workedOn: readonly DatedStanding[],
): LeftOff | null {
  const { lastAt } = row;
  if (row.activity === 'test') {
    return { lesson, activity: 'test', progress: { done: row.solved, total: 0 }, lastAt };
  }
  const found = lesson.activities.find(({ slug }) => slug === row.activity);
  const progress = activityProgress(lesson, row.activity, workedOn);
  return found && progress.done < progress.total ? { lesson, activity: found.slug, progress, lastAt } : null;
}
