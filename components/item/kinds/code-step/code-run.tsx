import { type RefObject, useId, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { downloadMb } from '#lib/interpreter/runtime.ts';
import type { RunLanguage } from '#lib/item/run.ts';
import { type RunEnd, type RunState, useRun } from './use-run.ts';

const names = { python: 'Python', javascript: 'JavaScript' } as const;

const ends: Readonly<Record<RunEnd, string>> = {
  finished: 'Finished.',
  failed: 'It stopped with an error.',
  stopped: 'Stopped by you.',
  'too-long': 'It ran longer than 10 seconds and was stopped.',
  'not-loaded': 'The interpreter could not be loaded. Check the connection, then press Run again.',
};

export interface CodeRunProps {
  language: RunLanguage;
  editor: RefObject<HTMLTextAreaElement | null>;
  /** An example of standard input; undefined where the program reads none. */
  input: string | undefined;
}

/** Runs the editor’s program in the browser: nothing is sent or counted. */
export function CodeRun({ language, editor, input }: CodeRunProps) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const { state, start, stop } = useRun();
  const isBusy = state.phase === 'loading' || state.phase === 'running';
  const run = () =>
    start({ language, program: editor.current?.value ?? '', input: box.current?.value ?? '' });
  return (
    <div className="needs-script no-print mt-4">
      {input === undefined ? null : (
        <div className="mb-3">
          <label htmlFor={`${id}-input`} className="font-semibold">
            Input for the program
          </label>
          <TextArea
            ref={box}
            id={`${id}-input`}
            rows={Math.min(6, input.split('\n').length + 1)}
            start={input}
            spellCheck={false}
            className="mt-1.5 block w-full rounded-md border border-line-strong bg-paper-sunk px-3 py-2 font-code text-sm leading-6"
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="button" kind="quiet" onClick={isBusy ? stop : run} aria-describedby={`${id}-about`}>
          {isBusy ? 'Stop' : 'Run'}
        </Button>
        <p id={`${id}-about`} className="text-sm text-ink-soft">
          Runs {names[language]} here in your browser. Nothing is counted.
          {state.phase === 'idle' ? ` The first run loads ${downloadMb[language]} MB.` : null}
        </p>
      </div>
      <p role="status" className="mt-2 text-sm">
        {statusWords(state, language)}
      </p>
      {state.output ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard
        <section aria-label="Output" tabIndex={0} className="code-box mt-2 max-h-80 overflow-y-auto">
          <pre role="log" className="whitespace-pre">
            {state.output}
          </pre>
        </section>
      ) : null}
    </div>
  );
}

function statusWords({ phase, end, output, cut }: RunState, language: RunLanguage): string {
  if (phase === 'loading') return `Starting ${names[language]} …`;
  if (phase === 'running') return 'Running …';
  if (!end) return '';
  const nothing = end === 'finished' && output === '' ? ' It printed nothing.' : '';
  return `${ends[end]}${nothing}${cut ? ' The output was cut after 64 KB.' : ''}`;
}
