import {
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { TextArea } from '#components/ui/text-area.tsx';

export interface CodeEditorProps {
  id: string;
  name: string;
  initial: string;
  disabled: boolean;
  ref: RefObject<HTMLTextAreaElement | null>;
}

/**
 * A text area for programs with line numbers. Tab indents; after Escape, Tab moves the focus until the area is left, so
 * that keyboard users are not trapped.
 */
export function CodeEditor({ id, name, initial, disabled, ref }: CodeEditorProps) {
  const [lines, setLines] = useState(countLines(initial));
  const free = useRef(false);
  // Text may have been typed before hydration.
  useLayoutEffect(() => setLines(countLines(ref.current?.value ?? '')), [ref]);
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') free.current = true;
    if (event.key !== 'Tab' || event.shiftKey || free.current) return;
    event.preventDefault();
    insert(event.currentTarget, '    ');
  }, []);
  const onBlur = useCallback((): void => {
    free.current = false;
  }, []);
  const onInput = useCallback((event: FormEvent<HTMLTextAreaElement>): void => {
    setLines(countLines(event.currentTarget.value));
  }, []);
  return (
    <>
      <div className="flex rounded-md border border-line-strong bg-paper-sunk font-code text-sm leading-6 transition-colors focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent hover:border-ink">
        <pre aria-hidden="true" className="py-2.5 ps-3 pe-2 text-end text-ink-soft select-none tabular-nums">
          {Array.from({ length: lines }, (_, index) => `${index + 1}\n`).join('')}
        </pre>
        <TextArea
          ref={ref}
          id={id}
          name={name}
          rows={lines}
          disabled={disabled}
          wrap="off"
          maxLength={20_000}
          start={initial}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-describedby={`${id}-help`}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
          onInput={onInput}
          className="block min-w-0 grow resize-none overflow-x-auto overflow-y-hidden rounded-md bg-transparent py-2.5 pe-3 whitespace-pre focus-visible:outline-none disabled:text-ink"
        />
      </div>
      <p id={`${id}-help`} className="needs-script mt-1.5 text-sm text-ink-soft pointer-coarse:hidden">
        Tab indents. Press Escape, then Tab, to move on.
      </p>
    </>
  );
}

/** Inserts text through the browser, so that undo works. */
function insert(area: HTMLTextAreaElement, text: string): void {
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Replaces the whole program; undo restores the old one. */
export function setCode(area: HTMLTextAreaElement, code: string): void {
  area.focus();
  area.select();
  insert(area, code);
}

const countLines = (text: string): number => text.split('\n').length;
