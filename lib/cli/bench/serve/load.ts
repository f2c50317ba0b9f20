import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { LoadLimits, LoadMessage, LoadResult, Target } from './load-messages.ts';

/** A process that sends requests. */
export interface LoadGenerator {
  add(target: Target): Promise<void>;
  /** Throws when a request was not answered with status 200, or none could be sent. */
  run(limits: LoadLimits): Promise<LoadResult>;
  stop(): void;
}

export async function startLoadGenerator(): Promise<LoadGenerator> {
  const child = fork(new URL('./load-worker.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit').then(() => {
    throw new Error('The process that sends the requests has ended');
  });
  ended.catch(() => undefined);
  const reply = async (message?: LoadMessage): Promise<LoadResult[]> => {
    const answer = once(child, 'message');
    if (message) child.send(message);
    return Promise.race([answer, ended]);
  };
  await reply();
  return {
    add: async (target) => {
      await reply({ kind: 'add', target });
    },
    run: async (limits) => {
      const [result] = await reply({ kind: 'run', limits });
      if (!result || result.failed > 0 || result.durationsMs.length === 0)
        throw new Error(`${limits.target}: ${result?.firstFailure ?? 'nothing is left to send'}`);
      return result;
    },
    stop: () => void child.kill(),
  };
}
