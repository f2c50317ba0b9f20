import type { ReactNode } from 'react';
import { Text } from '#components/lesson/text.tsx';
import { Mark } from '#components/ui/mark.tsx';
import type { PartState } from '#lib/item/item-type.ts';
import type { Rich } from '#lib/text/rich.ts';

const colours = {
  right: 'text-right',
  wrong: 'text-wrong',
  missed: 'text-right',
} as const satisfies Record<PartState, string>;

export interface PartFeedbackProps {
  state: PartState;
  /** The label of the state. */
  word: ReactNode;
  note?: Rich | undefined;
  id?: string | undefined;
  className?: string | undefined;
}

/** The feedback on one part of an answer: a shape, a label and a note. */
export function PartFeedback({ state, word, note, id, className = '' }: PartFeedbackProps) {
  return (
    <div id={id} className={`grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 ${className}`}>
      <Mark kind={state} className="mt-[0.25em]" />
      <div>
        <strong className={colours[state]}>{word}</strong>
        {note ? <Text nodes={note} className="max-w-measure" /> : null}
      </div>
    </div>
  );
}
