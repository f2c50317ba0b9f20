import { runLimitMs, runtimePath } from '#lib/interpreter/runtime.ts';
import type { RunLanguage } from '#lib/item/run.ts';
import { timeOutText } from '#lib/item/time-out-text.ts';
import type { RunRequest, RunState } from './run-state.ts';

type RunEnd = 'finished' | 'failed' | 'too-long' | 'not-loaded';

const ends: Readonly<Record<RunEnd, string>> = {
  finished: 'Finished.',
  failed: 'It stopped with an error.',
  'too-long': timeOutText,
  'not-loaded': 'The interpreter could not be loaded. Check the connection, then press Run again.',
};

type WorkerMessage =
  | { readonly kind: 'begun' | 'not-loaded' }
  | { readonly kind: 'compiled'; readonly module: WebAssembly.Module }
  | { readonly kind: 'output'; readonly stream: 'stdout' | 'stderr'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'ended';
      readonly exitCode: number;
      readonly cut: boolean;
      readonly report: string | null;
    };

/** Runs one program at a time in a worker, which it keeps for the next one. */
export interface Runner {
  start(request: RunRequest): void;
  /** Terminates the worker and whatever runs in it. */
  stop(): void;
}

type Show = (change: (state: RunState) => RunState) => void;

/** Compiled interpreters outlive their workers, so that a stopped run needs no new download. */
const compiled = new Map<RunLanguage, WebAssembly.Module>();

/** `show` gets each change of the state. A program that runs longer than the limit is stopped. */
export function createRunner(show: Show): Runner {
  let worker: Worker | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    worker?.terminate();
    worker = null;
  };
  const end = (how: RunEnd, cut = false): void => {
    clearTimeout(timer);
    if (how === 'too-long' || how === 'not-loaded') stop();
    show((state) => ({ ...state, phase: 'ended', status: endText(how, state.output, cut) }));
  };
  const start = ({ language, ...program }: RunRequest): void => {
    worker ??= new Worker(runtimePath('browser-worker.mjs'), { type: 'module' });
    const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>): void => {
      if (data.kind === 'compiled') {
        compiled.set(language, data.module);
      } else if (data.kind === 'begun') {
        timer = setTimeout(() => end('too-long'), runLimitMs);
        show((state) => ({ ...state, phase: 'running', status: 'Running …' }));
      } else if (data.kind === 'output') {
        const text = decoders[data.stream].decode(data.bytes, { stream: true });
        show((state) => ({ ...state, output: state.output + text }));
      } else if (data.kind === 'ended') {
        end(data.exitCode === 0 && data.report !== null ? 'finished' : 'failed', data.cut);
      } else {
        end('not-loaded');
      }
    };
    worker.onerror = () => end('not-loaded');
    worker.postMessage({ language, ...program, module: compiled.get(language) });
  };
  return { start, stop };
}

function endText(how: RunEnd, output: string, cut: boolean): string {
  const nothing = how === 'finished' && output === '' ? ' It printed nothing.' : '';
  return `${ends[how]}${nothing}${cut ? ' The output was cut after 64 KB.' : ''}`;
}
