import type { Progress } from './lesson-progress.ts';

/** An activity with the learner's progress; null for visitors. */
export interface TimedActivity {
  readonly minutes: number;
  readonly progress: Progress | null;
}

/** Whether all steps of an activity are done; false for visitors. */
export const isDone = ({ progress }: Pick<TimedActivity, 'progress'>): boolean =>
  progress !== null && progress.done >= progress.total;

export const isStarted = ({ progress }: Pick<TimedActivity, 'progress'>): boolean =>
  progress !== null && progress.done > 0;

/** Whole minutes that are left: each activity's minutes times the share of its steps that is left, rounded up in each. */
export function minutesLeft(activities: readonly TimedActivity[]): number {
  return activities.reduce((sum, activity) => sum + minutesOf(activity), 0);
}

function minutesOf({ minutes, progress }: TimedActivity): number {
  if (!progress || progress.total === 0) return minutes;
  return Math.ceil((minutes * Math.max(0, progress.total - progress.done)) / progress.total);
}

/** Minutes in words. From twenty on they are rounded to five, since estimates are no more exact. */
export const aboutMinutes = (minutes: number): string =>
  minutes < 20 ? `${minutes} min` : `about ${Math.round(minutes / 5) * 5} min`;
