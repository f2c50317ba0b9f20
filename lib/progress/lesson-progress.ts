import { servedItemCount } from '#lib/lesson/delivery.ts';
import type { Activity, Lesson } from '#lib/lesson/lesson.ts';

/** Items solved in an activity, or 1 when one without items was marked as read. */
export interface ActivityStanding {
  readonly lessonId: string;
  readonly activity: string;
  readonly solved: number;
}

export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** The steps of an activity: as many items as it serves at once, or one step (having read it) when it has none. */
export function stepsOf(activity: Pick<Activity, 'items' | 'delivery'>): number {
  return Math.max(1, servedItemCount(activity));
}

/**
 * The one rule of progress, used on every page: steps done of steps there are. A step is an item solved,
 * or an activity without items marked as read. The test is a verdict, not a step.
 */
export function lessonProgress(lesson: Lesson, standings: readonly ActivityStanding[]): Progress {
  const parts = lesson.activities.map((activity) => activityProgress(lesson, activity.slug, standings));
  return sum(parts);
}

export function activityProgress(
  lesson: Lesson,
  slug: string,
  standings: readonly ActivityStanding[],
): Progress {
  const activity = lesson.activities.find((candidate) => candidate.slug === slug);
  if (!activity) return { done: 0, of: 0 };
  const of = stepsOf(activity);
  const standing = standings.find((row) => row.lessonId === lesson.id && row.activity === slug);
  return { done: Math.min(of, standing?.solved ?? 0), of };
}

export function trackProgress(lessons: readonly Lesson[], standings: readonly ActivityStanding[]): Progress {
  return sum(lessons.map((lesson) => lessonProgress(lesson, standings)));
}

export const share = ({ done, of }: Progress): number => (of === 0 ? 0 : done / of);

export const progressRule =
  'Progress counts the questions you have solved; an activity without questions counts once you mark it as read.';

function sum(parts: readonly Progress[]): Progress {
  return parts.reduce((total, part) => ({ done: total.done + part.done, of: total.of + part.of }), {
    done: 0,
    of: 0,
  });
}
