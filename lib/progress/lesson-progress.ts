import { servedItemCount } from '#lib/lesson/delivery.ts';
import type { Activity, Lesson } from '#lib/lesson/lesson.ts';

/** Items solved in an activity; 1 for an activity without items that was marked as read. */
export interface ActivityStanding {
  readonly lessonId: string;
  readonly activity: string;
  readonly solved: number;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The steps of an activity: the number of items it serves at once, or one step (reading it) when it has none. */
export function stepsOf(activity: Pick<Activity, 'items' | 'delivery'>): number {
  return Math.max(1, servedItemCount(activity));
}

/**
 * Progress in a lesson, used on every page: steps done and steps in total. A step is an item solved or an activity without
 * items marked as read. The test is not a step.
 */
export function lessonProgress(lesson: Lesson, standings: readonly ActivityStanding[]): Progress {
  const parts = lesson.activities.map((activity) => activityProgress(lesson, activity.slug, standings));
  return added(parts);
}

export function activityProgress(
  lesson: Lesson,
  slug: string,
  standings: readonly ActivityStanding[],
): Progress {
  const activity = lesson.activities.find((candidate) => candidate.slug === slug);
  if (!activity) return { done: 0, total: 0 };
  const total = stepsOf(activity);
  const standing = standings.find((row) => row.lessonId === lesson.id && row.activity === slug);
  return { done: Math.min(total, standing?.solved ?? 0), total };
}

/** Progress in an activity and in the whole of its lesson. */
export const progressIn = (lesson: Lesson, activity: string, standings: readonly ActivityStanding[]) => ({
  lessonId: lesson.id,
  activity,
  here: activityProgress(lesson, activity, standings),
  whole: lessonProgress(lesson, standings),
});

export function trackProgress(lessons: readonly Lesson[], standings: readonly ActivityStanding[]): Progress {
  return added(lessons.map((lesson) => lessonProgress(lesson, standings)));
}

export const share = ({ done, total }: Progress): number => (total === 0 ? 0 : done / total);

export const progressRule =
  'Progress counts the questions you have solved; an activity without questions counts once you mark it as read.';

function added(parts: readonly Progress[]): Progress {
  return parts.reduce((sum, part) => ({ done: sum.done + part.done, total: sum.total + part.total }), {
    done: 0,
    total: 0,
  });
}
