import { agoInWords } from '#lib/calendar/time-in-words.ts';
import { activityKind } from '#lib/lesson/activities.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { Outcome } from '#lib/mastery/verdict.ts';
import { activityProgress, lessonProgress } from '#lib/progress/lesson-progress.ts';

/** Totals of one student in one activity. */
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

/** Why a student may need help. `need` is 3 for stuck now, 2 for silent, 1 for a lesson left lying. */
export interface Stuck {
  readonly need: 1 | 2 | 3;
  readonly reason: string;
}

const weekMs = 7 * 24 * 60 * 60_000;
const manyWrong = 5;

/**
 * Who needs a teacher's eye, and why. In this order: at least five wrong answers in an activity of the last week with
 * more than three for each one solved; two tests in a row that said not yet; nothing done for a week with something
 * begun, or nothing ever; a lesson begun and left for a week while others go on.
 */
export function stuckReason(evidence: StuckEvidence): Stuck | null {
  return strugglingIn(evidence) ?? failedTwice(evidence) ?? silent(evidence) ?? leftLying(evidence);
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
  return { need: 3, reason: `${lesson.title}, ${where}: ${row.wrong} wrong answers, ${solved}` };
}

function failedTwice({ lessons, outcomes }: StuckEvidence): Stuck | null {
  const lesson = lessons.find(({ id }) => {
    const last = outcomes.get(id)?.slice(-2) ?? [];
    return last.length === 2 && last.every((outcome) => outcome === 'not-yet');
  });
  return lesson ? { need: 3, reason: `${lesson.title}: the last two tests said not yet` } : null;
}

function silent(evidence: StuckEvidence): Stuck | null {
  const { lessons, work, joinedAt, now } = evidence;
  const last = lastActivity([...work.values()].flat());
  if (last === null) {
    return isWithinWeek(joinedAt, now)
      ? null
      : { need: 2, reason: `Nothing begun since joining ${agoInWords(joinedAt, now)}` };
  }
  const open = lessons.some((lesson) => isOpen(lesson, evidence));
  return open && !isWithinWeek(last, now)
    ? { need: 2, reason: `Nothing since ${agoInWords(last, now)}` }
    : null;
}

function leftLying(evidence: StuckEvidence): Stuck | null {
  const { lessons, work, now } = evidence;
  const left = lessons
    .filter((lesson) => isOpen(lesson, evidence))
    .flatMap((lesson) => {
      const last = lastActivity(work.get(lesson.id) ?? []);
      return last && !isWithinWeek(last, now) ? [{ lesson, last }] : [];
    })
    .toSorted((a, b) => b.last.getTime() - a.last.getTime())[0];
  return left
    ? { need: 1, reason: `${left.lesson.title}: begun, then left ${agoInWords(left.last, now)}` }
    : null;
}

/** Begun, not all done, and no test that said strong. */
function isOpen(lesson: Lesson, { work, outcomes }: StuckEvidence): boolean {
  const own = work.get(lesson.id);
  if (!own) return false;
  const { done, total } = lessonProgress(lesson, own);
  return done < total && outcomes.get(lesson.id)?.at(-1) !== 'strong';
}

const isWithinWeek = (at: Date, now: Date): boolean => now.getTime() - at.getTime() < weekMs;

export function lastActivity(standings: readonly Pick<ActivityWork, 'lastAt'>[]): Date | null {
  return standings.reduce<Date | null>((last, { lastAt }) => (last && last > lastAt ? last : lastAt), null);
}

/** The rule as the page prints it. */
export const stuckRule =
  'First come students with many wrong answers and little solved in the last week, or two tests in a row that said not yet; then who has done nothing for a week; then who left a lesson lying.';
