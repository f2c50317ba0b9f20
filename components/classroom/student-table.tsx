import { Moment } from '#components/progress/moment.tsx';
import { Link } from '#components/ui/link.tsx';
import { Table } from '#components/ui/table.tsx';
import type { StudentRow } from '#lib/classroom/class-report.ts';

export interface StudentTableProps {
  students: readonly StudentRow[];
  hrefOf: (studentId: string) => string;
  now: Date;
  /** The reader’s time zone. */
  timeZone: string;
}

/** The students with points, last activity and links to their accounts. */
export function StudentTable({ students, hrefOf, now, timeZone }: StudentTableProps) {
  return (
    <Table caption="Students" quiet>
      <thead>
        <tr>
          <th scope="col">Student</th>
          <th scope="col">Last activity</th>
          <th scope="col" className="num">
            Points
          </th>
          <th scope="col">
            <span className="sr-only">Account</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {students.map(({ id, name, userName, lastAt, points }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={hrefOf(id)}>
                <bdi>{name}</bdi>
              </Link>
              <span className="block font-code text-sm font-normal text-ink-soft">
                <bdi>{userName}</bdi>
              </span>
            </th>
            <td>
              {lastAt ? (
                <Moment at={lastAt} now={now} timeZone={timeZone} exact />
              ) : (
                <span className="text-ink-soft">none</span>
              )}
            </td>
            <td className="num">{points.toLocaleString('en')}</td>
            <td>
              <Link href={`${hrefOf(id)}#account`}>
                Account
                <span className="sr-only">
                  {' '}
                  of <bdi>{name}</bdi>
                </span>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
