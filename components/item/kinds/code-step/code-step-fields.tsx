import { useId, useRef } from 'react';
import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { Text } from '#components/lesson/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Mark } from '#components/ui/mark.tsx';
import type { CodeStepBody } from '#lib/item/code-step/code-step.ts';
import { isRunLanguage } from '#lib/item/run.ts';
import type { AnswerOutcome } from '#lib/sitting/served-item.ts';
import { CodeEditor, setCode } from './code-editor.tsx';
import { CodeRun } from './code-run.tsx';

/** One step of a project: a program to edit, and the results of its checks. */
export function CodeStepFields({ view, item, disabled }: FieldsProps<CodeStepBody>) {
  const id = useId();
  const editor = useRef<HTMLTextAreaElement>(null);
  const { outcome } = item.state;
  const answer = initialAnswer(item);
  const code = answer && 'code' in answer ? answer.code : view.starter;
  const reset = (): void => {
    if (editor.current) setCode(editor.current, view.starter);
  };
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
        <label htmlFor={id} className="font-semibold">
          Your program
        </label>
        {disabled ? null : (
          <span className="needs-script">
            <Button type="button" kind="bare" size="small" onClick={reset}>
              Reset to the starter code
            </Button>
          </span>
        )}
      </div>
      <CodeEditor ref={editor} id={id} name="code" initial={code} disabled={disabled} />
      {isRunLanguage(view.language) && view.runs !== 'no' ? (
        <CodeRun language={view.language} editor={editor} input={view.input} />
      ) : null}
      {outcome ? <Checks outcome={outcome} /> : null}
    </div>
  );
}

function Checks({ outcome }: { outcome: AnswerOutcome }) {
  const checks = Object.entries(outcome.parts);
  const held = checks.filter(([, state]) => state === 'right').length;
  return (
    <div className="mt-5">
      <p className="font-semibold tabular-nums">
        {held} of {checks.length} checks passed
      </p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {checks.map(([id, state]) => (
          <li key={id} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-2.5">
            <Mark kind={state} className="mt-[0.25em]" />
            <div>
              <span className={state === 'right' ? '' : 'font-semibold'}>{id.replaceAll('-', ' ')}</span>
              <span className="text-ink-soft">{state === 'right' ? ': passed' : ': not yet'}</span>
              {outcome.notes[id] ? <Text nodes={outcome.notes[id]} className="mt-1" /> : null}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
