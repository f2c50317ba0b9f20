import { useEffect, useMemo, useState } from 'react';
import type { RunRequest, RunState } from './run-state.ts';
import type { Runner } from './runner.ts';

export interface Runs {
  readonly state: RunState;
  start(request: RunRequest): void;
  stop(): void;
  /** Stops what runs, and forgets the output. */
  clear(): void;
}

export const languageNames = { python: 'Python', javascript: 'JavaScript' } as const;

const idle: RunState = { phase: 'idle', status: '', output: '' };

/**
 * Runs programs in a web worker, with the same interpreters as the server’s grader. Nothing is fetched before
 * the first run; stopping a program, or its time limit, terminates the worker.
 */
export function useRun(): Runs {
  const [state, setState] = useState(idle);
  const runs = useMemo(() => {
    let runner: Runner | null = null;
    // Which run is meant by a script that comes late.
    let turn = 0;
    const halt = (show: RunState | ((current: RunState) => RunState)): void => {
      turn++;
      runner?.stop();
      setState(show);
    };
    return {
      start(request: RunRequest): void {
        const mine = ++turn;
        setState({ ...idle, phase: 'loading', status: 'Starting …' });
        import('./runner.ts').then(
          ({ createRunner }) => {
            runner ??= createRunner(setState);
            if (mine === turn) runner.start(request);
          },
          () => mine === turn && setState({ ...idle, phase: 'ended', status: notLoaded }),
        );
      },
      stop: () => halt((current) => ({ ...current, phase: 'ended', status: 'Stopped by you.' })),
      clear: () => halt(idle),
    };
  }, []);
  useEffect(() => runs.clear, [runs]);
  return { state, ...runs };
}

const notLoaded = 'Not loaded. Press Run again.';
