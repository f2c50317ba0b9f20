import { agoInWords } from '#lib/calendar/time-in-words.ts';
import { activityKind } from '#lib/lesson/activities.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { Outcome } from '#lib/mastery/verdict.ts';
import { activityProgress, lessonProgress } from '#lib/progress/lesson-progress.ts';

/** A student's totals in one activity. */
export interface ActivityWork {
  readonly lessonId: string;
  readonly activity: string;
  readonly solved: number;
  readonly wrong: number;
  readonly lastAt: Date;
}

export interface StuckEvidence {
  readonly lessons: readonly Lesson[];
  /** By lesson id. */
  readonly work: ReadonlyMap<string, readonly ActivityWork[]>;
  /** Outcomes of the tests of each lesson, oldest first. */
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>;
  readonly joinedAt: Date;
  readonly now: Date;
}

/** Why a student may need help. `urgency`: 3 stuck now, 2 inactive, 1 an abandoned lesson. */
export interface Stuck {
  readonly urgency: 1 | 2 | 3;
  readonly reason: string;
}

const weekMs = 7 * 24 * 60 * 60_000;
const manyWrong = 5;

/**
 * Why a student may need help; null when none of these rules applies, in this order: at least five wrong answers in an
 * activity of the last week, and more than three for each solved item; two consecutive tests with "not yet"; a week without
 * any activity while a lesson is unfinished, or since joining; an unfinished lesson left for a week while others continue.
 */
export function stuckReason(evidence: StuckEvidence): Stuck | null {
  return strugglingIn(evidence) ?? failedTwice(evidence) ?? inactive(evidence) ?? abandonedLesson(evidence);
}

function strugglingIn({ lessons, work, now }: StuckEvidence): Stuck | null {
  const hard = ({ wrong, solved, lastAt, activity }: ActivityWork) =>
    activity !== 'test' && isWithinWeek(lastAt, now) && wrong >= manyWrong && wrong > 3 * solved;
  const worst = lessons
    .flatMap((lesson) => (work.get(lesson.id) ?? []).filter(hard).map((row) => ({ lesson, row })))
    .map(({ lesson, row }) => ({ lesson, row, progress: activityProgress(lesson, row.activity, [row]) }))
    .filter(({ progress }) => progress.done < progress.total)
    .toSorted((a, b) => b.row.wrong - a.row.wrong)[0];
  if (!worst) return null;
  const { lesson, row, progress } = worst;
  const solved = progress.done === 0 ? 'nothing solved' : `${progress.done} of ${progress.total} solved`;
  const where = activityKind(row.activity)?.title ?? row.activity;
  return { urgency: 3, reason: `${lesson.title}, ${where}: ${row.wrong} wrong answers, ${solved}` };
}

function failedTwice({ lessons, outcomes }: StuckEvidence): Stuck | null {
  const lesson = lessons.find(({ id }) => {
    const last = outcomes.get(id)?.slice(-2) ?? [];
    return last.length === 2 && last.every((outcome) => outcome === 'not-yet');
  });
  return lesson ? { urgency: 3, reason: `${lesson.title}: the last two tests said not yet` } : null;
}

function inactive(evidence: StuckEvidence): Stuck | null {
  const { lessons, work, joinedAt, now } = evidence;
  const last = lastActivity([...work.values()].flat());
  if (last === null) {
    return isWithinWeek(joinedAt, now)
      ? null
      : { urgency: 2, reason: `Joined ${agoInWords(joinedAt, now)}, nothing started` };
  }
  const open = lessons.some((lesson) => isOpen(lesson, evidence));
  return open && !isWithinWeek(last, now)
    ? { urgency: 2, reason: `Last active ${agoInWords(last, now)}` }
    : null;
}

function abandonedLesson(evidence: StuckEvidence): Stuck | null {
  const { lessons, work, now } = evidence;
  const left = lessons
    .filter((lesson) => isOpen(lesson, evidence))
    .flatMap((lesson) => {
      const last = lastActivity(work.get(lesson.id) ?? []);
      return last && !isWithinWeek(last, now) ? [{ lesson, last }] : [];
    })
    .toSorted((a, b) => b.last.getTime() - a.last.getTime())[0];
  return left
    ? { urgency: 1, reason: `${left.lesson.title}: unfinished, last worked on ${agoInWords(left.last, now)}` }
    : null;
}

/** Started, not finished, and the newest test was not strong. */
function isOpen(lesson: Lesson, { work, outcomes }: StuckEvidence): boolean {
  const lessonWork = work.get(lesson.id);
  if (!lessonWork) return false;
  const { done, total } = lessonProgress(lesson, lessonWork);
  return done < total && outcomes.get(lesson.id)?.at(-1) !== 'strong';
}

const isWithinWeek = (at: Date, now: Date): boolean => now.getTime() - at.getTime() < weekMs;

export function lastActivity(standings: readonly Pick<ActivityWork, 'lastAt'>[]): Date | null {
  return standings.reduce<Date | null>((last, { lastAt }) => (last && last > lastAt ? last : lastAt), null);
}

/** The rule as the page shows it. */
export const stuckRule =
  'First come students with many wrong answers and little solved in the last week, or with two tests in a row that said not yet; then students who have done nothing for a week; then students who left a lesson unfinished.';
