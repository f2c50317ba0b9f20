import { type RefObject, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { lazyPart } from '#components/ui/lazy-near.ts';
import { downloadMb } from '#lib/interpreter/runtime.ts';
import type { RunLanguage } from '#lib/item/run.ts';
import type { RunRequest } from './run-state.ts';
import { languageNames, type Runs } from './use-run.ts';

// Few programs read something.
const ProgramInput = lazyPart(() => import('./program-input.tsx').then((file) => file.ProgramInput));

export interface CodeRunProps {
  /** From which ids of its parts are made. */
  id: string;
  language: RunLanguage;
  editor: RefObject<HTMLTextAreaElement | null>;
  /** Runs before the editor's program. */
  setup: string | undefined;
  /** An example of standard input; undefined where the program reads none. */
  input: string | undefined;
  runs: Runs;
  /** How the run goes, for the learner. */
  status: string;
  onRun: (request: RunRequest) => void;
}

/** Runs the editor’s program in the browser: nothing is sent or counted. */
export function CodeRun({
  id,
  language,
  editor,
  setup,
  input,
  runs: { state, stop },
  status,
  onRun,
}: CodeRunProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const isBusy = state.phase === 'loading' || state.phase === 'running';
  const run = () =>
    onRun({ language, setup, program: editor.current?.value ?? '', input: box.current?.value ?? '' });
  return (
    <div className="needs-script no-print mt-4">
      {input === undefined ? null : <ProgramInput id={`${id}-input`} start={input} field={box} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="button" kind="quiet" onClick={isBusy ? stop : run} aria-describedby={`${id}-about`}>
          {isBusy ? 'Stop' : 'Run'}
        </Button>
        <p id={`${id}-about`} className="text-sm text-ink-soft">
          Runs {languageNames[language]} here in your browser. Nothing is counted.
          {state.phase === 'idle' ? ` The first run loads ${downloadMb[language]} MB.` : null}
        </p>
      </div>
      <p role="status" className="mt-2 text-sm">
        {status}
      </p>
    </div>
  );
}
