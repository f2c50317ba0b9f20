import { Matrix } from '#components/shell/matrix.tsx';
import { cellRule, levelNames, percent } from '#lib/classroom/cell-level.ts';
import type { StudentRow } from '#lib/classroom/class-report.ts';

export interface ClassMatrixProps {
  name: string;
  lessons: readonly { id: string; title: string; href: string }[];
  students: readonly StudentRow[];
  /** The path of a student’s page. */
  hrefOf: (studentId: string) => string;
}

/** Every student against every lesson, in the order given. */
export function ClassMatrix({ name, lessons, students, hrefOf }: ClassMatrixProps) {
  return (
    <Matrix
      caption={`${name}: students and lessons`}
      corner="Student"
      note={cellRule}
      columns={lessons.map(({ id, title, href }) => ({ id, label: title, href }))}
      levels={levelNames}
      rows={students.map((student) => ({
        id: student.id,
        label: student.name,
        href: hrefOf(student.id),
        cells: student.cells.map(({ level, isUncertain: doubt, label, progress }, index) => ({
          level,
          doubt,
          label: level === 0 ? '–' : String(percent(progress)),
          title: `${student.name}, ${lessons[index]?.title ?? ''}: ${label}`,
        })),
      }))}
    />
  );
}
