import type { RunLanguage } from '#lib/item/run.ts';

/** A program to run, with its input. */
export interface RunRequest {
  readonly language: RunLanguage;
  /** Runs before the program. */
  readonly setup?: string | undefined;
  readonly program: string;
  readonly input: string;
}

export interface RunState {
  readonly phase: 'idle' | 'loading' | 'running' | 'ended';
  /** How it goes, for the learner. */
  readonly status: string;
  readonly output: string;
}
