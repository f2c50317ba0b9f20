import { type FormEvent, type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { TextArea } from '#components/ui/text-area.tsx';

export interface PlainProgramProps {
  id: string;
  name: string;
  initial: string;
  disabled: boolean;
  /** An editor stands in its place. */
  hidden: boolean;
  /** The id of a text about its keys. */
  help: string | undefined;
  ref: RefObject<HTMLTextAreaElement | null>;
  onFocus: () => void;
}

/** A text area with line numbers, which grows with its lines. */
export function PlainProgram({ initial, hidden, help, ref, ...rest }: PlainProgramProps) {
  const [lines, setLines] = useState(countLines(initial));
  // Text may have been typed before hydration.
  useLayoutEffect(() => setLines(countLines(ref.current?.value ?? '')), [ref]);
  const onInput = useCallback((event: FormEvent<HTMLTextAreaElement>): void => {
    setLines(countLines(event.currentTarget.value));
  }, []);
  return (
    <>
      <pre aria-hidden="true" hidden={hidden}>
        {Array.from({ length: lines }, (_, index) => `${index + 1}\n`).join('')}
      </pre>
      <TextArea
        {...rest}
        ref={ref}
        dir="ltr"
        rows={lines}
        hidden={hidden}
        wrap="off"
        maxLength={20_000}
        start={initial}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-describedby={help}
        onInput={onInput}
      />
    </>
  );
}

const countLines = (text: string): number => text.split('\n').length;
