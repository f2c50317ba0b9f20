import type { RefObject } from 'react';
import { TextArea } from '#components/ui/text-area.tsx';

export interface ProgramInputProps {
  id: string;
  /** An example of standard input. */
  start: string;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** What a program reads from standard input when it is run here. */
export function ProgramInput({ id, start, field }: ProgramInputProps) {
  return (
    <div className="mb-3">
      <label htmlFor={id} className="font-semibold">
        Input for the program
      </label>
      <TextArea
        ref={field}
        id={id}
        dir="ltr"
        rows={Math.min(6, start.split('\n').length + 1)}
        start={start}
        spellCheck={false}
        className="mt-1.5 block w-full rounded-md border border-line-strong bg-paper-sunk px-3 py-2 font-code text-sm leading-6"
      />
    </div>
  );
}
