import type { CsvCell } from '#lib/csv/write-csv.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { levelLabels } from '#lib/mastery/level.ts';
import { outcomeLabels } from '#lib/mastery/verdict.ts';
import { percent } from './cell-level.ts';
import type { StudentRow } from './class-report.ts';
import { distinctTitles } from './distinct-names.ts';

/** What the gradebook adds to a student's row: names of badges, and points, by lesson id. */
export interface GradebookExtra {
  readonly badges: ReadonlyMap<string, readonly string[]>;
  readonly points: ReadonlyMap<string, number>;
}

/** A table with a row of unique headings, one row for each student and five columns for each lesson. */
export function gradebook(
  lessons: readonly Lesson[],
  students: readonly { readonly row: StudentRow; readonly extra: GradebookExtra }[],
): CsvCell[][] {
  const head = ['Name', 'User name', 'Points', 'Last activity (UTC)'];
  const columns = distinctTitles(lessons).flatMap(({ title }) => [
    `${title}: progress %`,
    `${title}: level`,
    `${title}: latest test`,
    `${title}: badges`,
    `${title}: points`,
  ]);
  return [[...head, ...columns], ...students.map(({ row, extra }) => cellsOf(lessons, row, extra))];
}

function cellsOf(lessons: readonly Lesson[], row: StudentRow, { badges, points }: GradebookExtra): CsvCell[] {
  const own = lessons.flatMap((lesson, at): CsvCell[] => {
    const cell = row.cells[at];
    return [
      cell ? percent(cell.progress) : null,
      cell ? levelLabels[cell.mastery.level] : null,
      cell?.mastery.outcome ? outcomeLabels[cell.mastery.outcome] : null,
      badges.get(lesson.id)?.join('; ') ?? null,
      points.get(lesson.id) ?? 0,
    ];
  });
  return [row.name, row.userName, row.points, row.lastAt?.toISOString() ?? null, ...own];
}
