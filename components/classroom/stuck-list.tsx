import Link from 'next/link';
import type { StudentRow } from '#lib/classroom/class-report.ts';
import { stuckRule } from '#lib/classroom/stuck.ts';

export interface StuckListProps {
  /** Who needs help, in order of need. */
  students: readonly StudentRow[];
  hrefOf: (studentId: string) => string;
}

const marks = { 3: 'border-wrong', 2: 'border-unsure', 1: 'border-line-strong' } as const;

/** Names and the reason in words. */
export function StuckList({ students, hrefOf }: StuckListProps) {
  return (
    <>
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
      <p className="mt-3 max-w-measure text-sm text-ink-soft">{stuckRule}</p>
    </>
  );
}
