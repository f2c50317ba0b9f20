import { type RefObject, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { isRunLanguage } from '#lib/item/run.ts';
import { PlainProgram } from './plain-program.tsx';
import { replaceText } from './replace-text.ts';
import { useEditor } from './use-editor.ts';

export interface CodeEditorProps {
  id: string;
  name: string;
  language: string;
  initial: string;
  /** What the program is reset to. */
  starter: string;
  disabled: boolean;
  ref: RefObject<HTMLTextAreaElement | null>;
}

/**
 * A text area for programs with line numbers. When it is used, an editor with the colours of the language takes its place;
 * the text area stays the field of the form. Tab leaves either, unless the learner lets it indent.
 */
export function CodeEditor({ id, name, language, initial, starter, disabled, ref }: CodeEditorProps) {
  const [tabIndents, setTabIndents] = useState(false);
  const parent = useRef<HTMLDivElement>(null);
  const hasEditor = isRunLanguage(language) && !disabled;
  const { editor, open } = useEditor({
    ...{ area: ref, parent, id, setTabIndents },
    language: hasEditor ? language : null,
  });
  const reset = (): void => {
    if (editor) editor.replace(starter);
    else if (ref.current) replaceText(ref.current, starter);
    editor?.focus();
  };
  return (
    <>
      <div className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click on a label leads to its field, which has the keys */}
        <label
          id={`${id}-label`}
          htmlFor={editor ? undefined : id}
          onClick={() => editor?.focus()}
          className="me-auto font-semibold"
        >
          Your program
        </label>
        {editor ? <editor.Tools {...{ editor, tabIndents, setTabIndents }} /> : null}
        {disabled ? null : (
          <Button
            type="button"
            kind="bare"
            size="small"
            onClick={reset}
            className="needs-script pointer-coarse:min-h-11 max-sm:-ms-3"
          >
            Reset to the starter code
          </Button>
        )}
      </div>
      <div className="code-editor">
        <PlainProgram
          {...{ id, name, initial, disabled, ref }}
          hidden={editor !== null}
          help={hasEditor ? `${id}-help` : undefined}
          onFocus={open}
        />
        <div ref={parent} className="contents" />
      </div>
      {hasEditor ? (
        <p id={`${id}-help`} className="needs-script mt-1.5 text-sm text-ink-soft pointer-coarse:hidden">
          {tabIndents ? editor?.leaveHelp : 'Tab moves on. Ctrl + ] indents, Ctrl + [ takes it back.'}
        </p>
      ) : null}
    </>
  );
}
