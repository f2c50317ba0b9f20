import { Disclosure } from '#components/ui/disclosure.tsx';
import { Link } from '#components/ui/link.tsx';
import type { StudentRow } from '#lib/classroom/class-report.ts';
import { stuckRule } from '#lib/classroom/stuck.ts';

export interface StuckListProps {
  /** Students who need help. */
  students: readonly StudentRow[];
  hrefOf: (studentId: string) => string;
}

const marks = { 3: 'border-wrong', 2: 'border-unsure', 1: 'border-line-strong' } as const;

/** Students who need help, each with the reason; those with only an unfinished lesson are collapsed. */
export function StuckList({ students, hrefOf }: StuckListProps) {
  const urgent = students.filter(({ stuck }) => stuck && stuck.need > 1);
  const left = students.filter(({ stuck }) => stuck?.need === 1);
  return (
    <>
      {urgent.length > 0 ? (
        <Reasons students={urgent} hrefOf={hrefOf} />
      ) : (
        <p className="text-ink-soft">Nobody is stuck right now.</p>
      )}
      {left.length > 0 ? (
        <Disclosure
          summary={
            left.length === 1
              ? '1 student left a lesson unfinished'
              : `${left.length} students left a lesson unfinished`
          }
          className="mt-4"
        >
          <Reasons students={left} hrefOf={hrefOf} />
        </Disclosure>
      ) : null}
      {students.length > 0 ? <p className="mt-3 max-w-measure text-sm text-ink-soft">{stuckRule}</p> : null}
    </>
  );
}

function Reasons({ students, hrefOf }: StuckListProps) {
  return (
    <ul className="grid list-none gap-3 p-0 md:grid-cols-2">
      {students.map(({ id, name, stuck }) =>
        stuck ? (
          <li key={id} className={`border-s-4 ps-3 ${marks[stuck.need]}`}>
            <Link href={hrefOf(id)} className="font-semibold">
              {name}
            </Link>
            <span className="block text-sm text-ink-soft">{stuck.reason}</span>
          </li>
        ) : null,
      )}
    </ul>
  );
}
