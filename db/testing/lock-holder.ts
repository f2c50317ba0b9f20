import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Holds the lock on a database in another process, as `holder.ts` does, until it is released. */
export async function lockHolder(url: string): Promise<{ release(): Promise<void> }> {
  const env = { ...process.env, DATABASE_URL: url };
  const holder = spawn(process.execPath, ['--import', 'tsx', 'db/testing/holder.ts', url, '120000'], { env });
  await once(holder.stdout, 'data');
  return {
    release: async () => {
      const ended = once(holder, 'exit');
      holder.kill('SIGKILL');
      await ended;
    },
  };
}
