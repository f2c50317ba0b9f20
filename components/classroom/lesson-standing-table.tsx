import { LevelWord } from '#components/progress/level-word.tsx';
import { Moment } from '#components/progress/moment.tsx';
import { VerdictLine } from '#components/progress/verdict-line.tsx';
import { Link } from '#components/ui/link.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { Table } from '#components/ui/table.tsx';
import type { ReportCell } from '#lib/classroom/class-report.ts';
import type { Outcome } from '#lib/mastery/verdict.ts';

interface Tested {
  outcome: Outcome;
  low: number;
  high: number;
  right: number;
  asked: number;
  at: Date;
}

export interface LessonStandingTableProps {
  name: string;
  rows: readonly {
    id: string;
    title: string;
    href: string;
    cell: ReportCell | undefined;
    /** Oldest first. */
    tests: readonly Tested[];
  }[];
  cut: number;
  now: Date;
  timeZone: string;
}

/** A student’s progress and latest test verdict in each lesson. */
export function LessonStandingTable({ name, rows, cut, now, timeZone }: LessonStandingTableProps) {
  return (
    <Table caption={`Lessons of ${name}`} quiet>
      <thead>
        <tr>
          <th scope="col">Lesson and progress</th>
          <th scope="col">Latest test</th>
          <th scope="col">Tests</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, href, cell, tests }) => (
          <tr key={id}>
            <th scope="row" className="min-w-36">
              <Link href={href}>{title}</Link>
              {cell ? (
                <div className="mt-2 max-w-72 font-normal">
                  <p className="mb-1.5 text-sm" title={cell.mastery.why || undefined}>
                    <LevelWord level={cell.mastery.level} />
                  </p>
                  <ProgressBar done={cell.progress.done} total={cell.progress.total} label="steps" />
                </div>
              ) : null}
            </th>
            <td className="min-w-52">
              <LatestTest test={tests.at(-1)} cut={cut} now={now} timeZone={timeZone} />
            </td>
            <td>{tests.length === 0 ? '–' : tests.length}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function LatestTest({
  test,
  cut,
  now,
  timeZone,
}: {
  test: Tested | undefined;
  cut: number;
  now: Date;
  timeZone: string;
}) {
  if (!test) return <span className="text-ink-soft">not tested</span>;
  return (
    <>
      <VerdictLine outcome={test.outcome} low={test.low} high={test.high} cut={cut} />
      <p className="text-sm text-ink-soft">
        {test.right} of {test.asked} right, <Moment at={test.at} now={now} timeZone={timeZone} />
      </p>
    </>
  );
}
