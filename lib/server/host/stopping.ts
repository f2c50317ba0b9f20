/** What is left to do when the server stops. */
export interface StopHooks {
  /** Ends what requests still wait for, so that they can be answered before the server ends. */
  readonly interrupt?: () => void;
  /** Called after the last response. */
  readonly close?: () => Promise<void>;
}

interface StopState {
  readonly isStopping: boolean;
  readonly hooks: StopHooks[];
}

/** Set by `lib/cli/serve/graceful-stop.mjs`, which is loaded before the server; undefined in development and commands. */
function stopState(): StopState | undefined {
  return Reflect.get(globalThis, Symbol.for('surefoot.stop'));
}

export function onStop(hooks: StopHooks): void {
  stopState()?.hooks.push(hooks);
}

/** The server has been asked to end and finishes the requests that it has. */
export function isStopping(): boolean {
  return stopState()?.isStopping ?? false;
}
