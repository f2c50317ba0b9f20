import type { ReactNode } from 'react';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Mark, type MarkKind } from '#components/ui/mark.tsx';
import type { Reviewed } from '#lib/review/reviewed.ts';

export interface ReviewEndProps {
  reviewed: readonly Reviewed[];
  /** Concepts and cards that are still due. */
  due: number;
  /** A button to review more, if anything is due. */
  children: ReactNode;
}

const marks: Record<Reviewed['result'], { kind: MarkKind; word: string }> = {
  right: { kind: 'right', word: 'Right' },
  missed: { kind: 'wrong', word: 'Not yet' },
  skipped: { kind: 'info', word: 'Skipped' },
};

/** The end of a review: when each question is due again. */
export function ReviewEnd({ reviewed, due, children }: ReviewEndProps) {
  return (
    <section aria-labelledby="end" className="mx-auto max-w-[46rem]">
      <h1 id="end" className="text-3xl">
        Done for now
      </h1>
      <p className="mt-2 text-ink-soft">{due === 0 ? 'Nothing else is due today.' : stillDue(due)}</p>
      <Card className="mt-6">
        <h2 className="text-lg">When it is due again</h2>
        <ul className="mt-2 list-none divide-y divide-line p-0">
          {reviewed.map(({ id, label, lesson, result, dueIn }) => (
            <li key={id} className="flex gap-3 py-3">
              <Mark kind={marks[result].kind} className="mt-1" />
              <div className="min-w-0">
                <p>{label}</p>
                <p className="text-sm text-ink-soft">
                  {marks[result].word}. {lesson}, due again {dueIn}.
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Card>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/today">Back to Today</ButtonLink>
        {children}
      </div>
    </section>
  );
}

const stillDue = (due: number): string =>
  due === 1 ? 'One more is due; it can wait.' : `${due} more are due; they can wait.`;
