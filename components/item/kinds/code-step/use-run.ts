import { useCallback, useEffect, useRef, useState } from 'react';
import { browserLimitMs, runtimePath } from '#lib/interpreter/runtime.ts';
import type { RunLanguage } from '#lib/item/run.ts';

/** A program to run, with its input. */
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
  /** The output was truncated. */
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

/** Compiled interpreters outlive their workers, so that a stopped run needs no new download. */
const compiled = new Map<RunLanguage, WebAssembly.Module>();

const idle: RunState = { phase: 'idle', end: null, output: '', cut: false };

/**
 * Runs programs in a web worker, with the same interpreters as the server’s grader. Nothing is fetched before
 * the first run; stopping a program, or its time limit, terminates the worker.
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
