import type { Lesson } from '#lib/lesson/lesson.ts';
import { type Mastery, mastery, type NewestTest } from '#lib/mastery/level.ts';
import { lessonProgress, type Progress } from '#lib/progress/lesson-progress.ts';
import { type CellLevel, cellLevel } from './cell-level.ts';
import { groupBy } from './group-by.ts';
import { type ActivityWork, lastActivity, type Stuck, stuckReason } from './stuck.ts';

export interface ReportedStudent {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly points: number;
  readonly joinedAt: Date;
}

export interface ReportedVerdict extends NewestTest {
  readonly lessonId: string;
}

/** The student's estimated ability in a lesson, in logits, and when they last answered in it; undefined before any answer. */
export type StandingIn = (
  lessonId: string,
) => { readonly standing: number; readonly lastAt: Date } | undefined;

/** One student in the class report, with a cell for each lesson in the order of the lessons. */
export interface StudentRow extends ReportedStudent {
  readonly cells: readonly ReportCell[];
  readonly stuck: Stuck | null;
  readonly lastAt: Date | null;
}

export interface ReportCell extends CellLevel {
  readonly progress: Progress;
  readonly mastery: Mastery;
}

export const sortOrders = ['need', 'name', 'last'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** @param verdicts of this student, oldest first */
export function studentRow(
  student: ReportedStudent,
  {
    lessons,
    standings,
    verdicts,
    standingIn,
    now,
  }: {
    readonly lessons: readonly Lesson[];
    readonly standings: readonly ActivityWork[];
    readonly verdicts: readonly ReportedVerdict[];
    readonly standingIn: StandingIn;
    readonly now: Date;
  },
): StudentRow {
  const work = groupBy(standings, ({ lessonId }) => lessonId);
  const verdictsByLesson = groupBy(verdicts, ({ lessonId }) => lessonId);
  const outcomes = new Map(
    [...verdictsByLesson].map(([id, rows]) => [id, rows.map(({ outcome }) => outcome)]),
  );
  const cells = lessons.map((lesson): ReportCell => {
    const progress = lessonProgress(lesson, work.get(lesson.id) ?? []);
    const { standing = null, lastAt = null } = standingIn(lesson.id) ?? {};
    const newest = verdictsByLesson.get(lesson.id)?.at(-1) ?? null;
    const own = mastery({ isStarted: progress.done > 0 || standing !== null, newest, standing, lastAt }, now);
    return { ...cellLevel(progress, own), progress, mastery: own };
  });
  const stuck = stuckReason({ lessons, work, outcomes, joinedAt: student.joinedAt, now });
  return { ...student, cells, stuck, lastAt: lastActivity(standings) };
}

/** By need: most need first, then longest inactive. By last activity: most recent first. */
export function sortedRows(rows: readonly StudentRow[], by: SortOrder): StudentRow[] {
  const byName = (a: StudentRow, b: StudentRow) =>
    a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);
  const last = ({ lastAt }: StudentRow) => lastAt?.getTime() ?? 0;
  const need = ({ stuck }: StudentRow) => stuck?.urgency ?? 0;
  const orders: Record<SortOrder, (a: StudentRow, b: StudentRow) => number> = {
    need: (a, b) => need(b) - need(a) || (need(a) > 0 ? last(a) - last(b) : 0) || byName(a, b),
    name: byName,
    last: (a, b) => last(b) - last(a) || byName(a, b),
  };
  return rows.toSorted(orders[by]);
}
