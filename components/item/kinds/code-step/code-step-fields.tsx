import { startTransition, useEffect, useId, useRef, useState } from 'react';
import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { CodeStepBody } from '#lib/item/code-step/code-step.ts';
import { isRunLanguage } from '#lib/item/run.ts';
import { CodeEditor } from './code-editor.tsx';
import { CodeRun } from './code-run.tsx';
import { useRun } from './use-run.ts';

// Few steps have code that is given.
const SetupCode = lazyPart(() => import('./setup-code.tsx').then((file) => file.SetupCode));
// There is none before the first run or check.
const ResultZone = lazyPart(() => import('./result-zone.tsx').then((file) => file.ResultZone));

/** One step of a project: a program to edit and run, and one place for what the last run or the last check said. */
export function CodeStepFields({ view, item, disabled }: FieldsProps<CodeStepBody>) {
  const id = useId();
  const editor = useRef<HTMLTextAreaElement>(null);
  const runs = useRun();
  const { outcome, used } = item.state;
  // The number of checks before the run that is shown; a further check takes its place.
  const [runAfter, setRunAfter] = useState<number | null>(null);
  // Also by the first run: its script comes in a transition, which keeps what is shown.
  const [hasRun, setHasRun] = useState(false);
  const { clear, state } = runs;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run belongs to the program before the next check
  useEffect(() => clear, [clear, used]);
  const answer = initialAnswer(item);
  const run = runAfter === used ? state : null;
  const language = isRunLanguage(view.language) && view.runs !== 'no' ? view.language : null;
  return (
    <div>
      {view.setup === undefined ? null : <SetupCode code={view.setup} />}
      <CodeEditor
        ref={editor}
        id={id}
        name="code"
        language={view.language}
        initial={answer && 'code' in answer ? answer.code : view.starter}
        starter={view.starter}
        disabled={disabled}
      />
      {language ? (
        <CodeRun
          id={id}
          language={language}
          editor={editor}
          setup={view.setup}
          input={view.input}
          runs={runs}
          status={run?.status ?? ''}
          onRun={(request) => {
            setRunAfter(used);
            runs.start(request);
            startTransition(() => setHasRun(true));
          }}
        />
      ) : null}
      {outcome || hasRun ? (
        <ResultZone run={run} outcome={outcome} onChecks={() => setRunAfter(null)} />
      ) : null}
    </div>
  );
}
