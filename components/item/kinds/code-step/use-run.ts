import { useCallback, useEffect, useRef, useState } from 'react';
import { browserLimitMs, runtimePath } from '#lib/interpreter/runtime.ts';
import type { RunLanguage } from '#lib/item/run.ts';

/** What is to be run, as it stands in the page. */
export interface RunRequest {
  readonly language: RunLanguage;
  readonly program: string;
  readonly input: string;
}

export type RunEnd = 'finished' | 'failed' | 'stopped' | 'too-long' | 'not-loaded';

export interface RunState {
  readonly phase: 'idle' | 'loading' | 'running' | 'ended';
  /** Null until it has ended. */
  readonly end: RunEnd | null;
  readonly output: string;
  /** There was more output than is shown. */
  readonly cut: boolean;
}

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

export interface Runs {
  readonly state: RunState;
  start(request: RunRequest): void;
  stop(): void;
}

/** Outlive the threads, so that after a stop nothing is fetched again: there may be no connection by then. */
const compiled = new Map<RunLanguage, WebAssembly.Module>();

const idle: RunState = { phase: 'idle', end: null, output: '', cut: false };

/**
 * Runs programs in a thread of the browser with the interpreters that the server judges with. Nothing is fetched before
 * the first run; a program that is stopped or runs too long is ended with its thread.
 */
export function useRun(): Runs {
  const [state, setState] = useState(idle);
  const worker = useRef<Worker | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const end = useCallback((how: RunEnd) => {
    clearTimeout(timer.current);
    worker.current?.terminate();
    worker.current = null;
    setState((current) => ({ ...current, phase: 'ended', end: how }));
  }, []);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      worker.current?.terminate();
    },
    [],
  );

  const start = (request: RunRequest): void => {
    worker.current ??= new Worker(runtimePath('browser-worker.mjs'), { type: 'module' });
    const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
    const onMessage = ({ data }: MessageEvent<WorkerMessage>): void => {
      if (data.kind === 'compiled') {
        compiled.set(request.language, data.module);
      } else if (data.kind === 'begun') {
        timer.current = setTimeout(() => end('too-long'), browserLimitMs);
        setState((current) => ({ ...current, phase: 'running' }));
      } else if (data.kind === 'output') {
        const text = decoders[data.stream].decode(data.bytes, { stream: true });
        setState((current) => ({ ...current, output: current.output + text }));
      } else if (data.kind === 'ended') {
        clearTimeout(timer.current);
        const how = data.exitCode === 0 && data.report !== null ? 'finished' : 'failed';
        setState((current) => ({ ...current, phase: 'ended', end: how, cut: data.cut }));
      } else {
        end('not-loaded');
      }
    };
    worker.current.onmessage = onMessage;
    worker.current.onerror = () => end('not-loaded');
    setState({ ...idle, phase: 'loading' });
    worker.current.postMessage({ ...request, module: compiled.get(request.language) });
  };

  return { state, start, stop: () => end('stopped') };
}
