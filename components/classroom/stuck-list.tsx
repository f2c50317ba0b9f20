import { Disclosure } from '#components/ui/disclosure.tsx';
import { Link } from '#components/ui/link.tsx';
import type { StudentRow } from '#lib/classroom/class-report.ts';
import { stuckRule } from '#lib/classroom/stuck.ts';

export interface StuckListProps {
  /** Students who need help. */
  students: readonly StudentRow[];
  hrefOf: (studentId: string) => string;
}

const borderByUrgency = { 3: 'border-wrong', 2: 'border-unsure', 1: 'border-line-strong' } as const;

/** Students who need help, each with the reason; those with only an unfinished lesson are collapsed. */
export function StuckList({ students, hrefOf }: StuckListProps) {
  const urgent = students.filter(({ stuck }) => stuck && stuck.urgency > 1);
  const unfinished = students.filter(({ stuck }) => stuck?.urgency === 1);
  return (
    <>
      {urgent.length > 0 ? (
        <StudentReasons students={urgent} hrefOf={hrefOf} />
      ) : (
        <p className="text-ink-soft">Nobody needs urgent help right now.</p>
      )}
      {unfinished.length > 0 ? (
        <Disclosure
          summary={
            unfinished.length === 1
              ? '1 student left a lesson unfinished'
              : `${unfinished.length} students left a lesson unfinished`
          }
          className="mt-4"
        >
          <StudentReasons students={unfinished} hrefOf={hrefOf} />
        </Disclosure>
      ) : null}
      {students.length > 0 ? <p className="mt-3 max-w-measure text-sm text-ink-soft">{stuckRule}</p> : null}
    </>
  );
}

function StudentReasons({ students, hrefOf }: StuckListProps) {
  return (
    <ul className="grid list-none gap-3 p-0 md:grid-cols-2">
      {students.map(({ id, name, stuck }) =>
        stuck ? (
          <li key={id} className={`border-s-4 ps-3 ${borderByUrgency[stuck.urgency]}`}>
            <Link href={hrefOf(id)} className="font-semibold">
              <bdi>{name}</bdi>
            </Link>
            <span className="block text-sm text-ink-soft">{stuck.reason}</span>
          </li>
        ) : null,
      )}
    </ul>
  );
}
