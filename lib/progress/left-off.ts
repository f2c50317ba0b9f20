import type { ActivitySlug } from '#lib/lesson/activities.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { Library } from '#lib/lesson/library.ts';
import { type ActivityStanding, activityProgress, type Progress } from './lesson-progress.ts';

/** An activity that was worked on, and when last. */
export interface Touched extends ActivityStanding {
  readonly lastAt: Date;
}

/** A place to go on: an activity of a lesson with how far it is. */
export interface Stop {
  readonly lesson: Lesson;
  readonly activity: ActivitySlug;
  readonly progress: Progress;
  readonly lastAt: Date | null;
}

/** A place to begin, and the reason for it. */
export interface NextStop extends Stop {
  readonly why: string;
}

/** The activity last worked on that has something left to solve. A test counts while its sitting is open. */
export function leftOff(
  library: Library,
  touched: readonly Touched[],
  openTests: readonly Touched[],
): Stop | null {
  const newestFirst = [...touched.filter(({ activity }) => activity !== 'test'), ...openTests].toSorted(
    (a, b) => b.lastAt.getTime() - a.lastAt.getTime(),
  );
  for (const row of newestFirst) {
    const lesson = library.lessonById(row.lessonId);
    const stop = lesson && stopAt(lesson, row, touched);
    if (stop) return stop;
  }
  return null;
}

function stopAt(lesson: Lesson, row: Touched, touched: readonly Touched[]): Stop | null {
  if (row.activity === 'test') {
    return { lesson, activity: 'test', progress: { done: row.solved, of: 0 }, lastAt: row.lastAt };
  }
  const found = lesson.activities.find(({ slug }) => slug === row.activity);
  const progress = activityProgress(lesson, row.activity, touched);
  return found && progress.done < progress.of
    ? { lesson, activity: found.slug, progress, lastAt: row.lastAt }
    : null;
}

/** What helps most after the newest test of a lesson that did not say strong. */
export interface Help {
  readonly activity: ActivitySlug;
  readonly words: string;
}

/**
 * What comes next when nothing is half done: what helps after a test, or an unfinished activity of the lesson last worked on, then its test, then
 * the first unfinished lesson of its track. `strong` holds the lessons whose newest test said strong, `help` what was
 * advised after the others.
 */
export function nextStop(
  library: Library,
  touched: readonly Touched[],
  strong: ReadonlySet<string>,
  help: ReadonlyMap<string, Help>,
): NextStop | null {
  const last = touched.toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime())[0];
  const lesson = last && library.lessonById(last.lessonId);
  if (!lesson) return null;
  const track = library.track(lesson.track)?.lessons ?? [];
  const after = track.slice(track.indexOf(lesson) + 1);
  for (const candidate of [lesson, ...after, ...track]) {
    const advised = help.get(candidate.id);
    if (advised) return { ...begin(candidate, advised.activity, touched), why: advised.words };
    const stop = firstOpen(candidate, touched, strong);
    if (stop) return { ...stop, why: whyNext(stop, lesson, strong) };
  }
  return null;
}

function whyNext({ lesson, activity }: Stop, last: Lesson, strong: ReadonlySet<string>): string {
  if (lesson !== last) {
    const before = strong.has(last.id) ? 'Your test says that you know' : 'You have finished';
    return `${before} ${last.title}. This lesson of its track is open.`;
  }
  return activity === 'test'
    ? 'You have finished the lesson: a short test says how sure that is.'
    : 'The first part of this lesson that you have not finished.';
}

function firstOpen(lesson: Lesson, touched: readonly Touched[], strong: ReadonlySet<string>): Stop | null {
  if (strong.has(lesson.id)) return null;
  for (const { slug } of lesson.activities) {
    const stop = begin(lesson, slug, touched);
    if (stop.progress.done < stop.progress.of) return stop;
  }
  return lesson.pool.length > 0 ? begin(lesson, 'test', touched) : null;
}

function begin(lesson: Lesson, activity: ActivitySlug, touched: readonly Touched[]): Stop {
  const progress = activity === 'test' ? { done: 0, of: 0 } : activityProgress(lesson, activity, touched);
  return { lesson, activity, progress, lastAt: null };
}
