import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import type { RunOutcome } from '#lib/item/run.ts';

/** Limits of one process: milliseconds, and megabytes of JavaScript; SQLite itself may use 64 MiB. */
const limits = { wallMs: 10_000, startMs: 30_000, heapMb: 128 } as const;

const Results = z.array(z.object({ stdout: z.string(), cut: z.boolean(), stop: z.string().nullable() }));

/** Next's types require a variable that the child process does not need. */
const noEnvironment: NodeJS.ProcessEnv = Object.create(null);

/**
 * Runs programs in SQLite, each in an empty database in memory, in a process that can write no file. Rows are printed as
 * SQLite's own shell does: values with bars between, an empty text for NULL.
 */
export function runSql(programs: readonly string[]): Promise<RunOutcome[]> {
  const child = spawnChild();
  return new Promise((resolve) => {
    const settle = (outcomes: RunOutcome[]) => {
      clearTimeout(late);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      resolve(outcomes);
    };
    const all = (kind: 'crashed' | 'time-out') => settle(programs.map(() => ({ kind })));
    let late = setTimeout(() => all('crashed'), limits.startMs);
    child.once('exit', () => all('crashed'));
    child.once('error', () => all('crashed'));
    child.on('message', (message) => {
      if (message === 'ready') {
        clearTimeout(late);
        late = setTimeout(() => all('time-out'), limits.wallMs);
        child.send(programs, (error) => error && all('crashed'));
        return;
      }
      const results = Results.safeParse(message);
      if (results.success) settle(results.data.map(outcomeOf));
      else all('crashed');
    });
  });
}

/** On systems with a shell the kernel, too, refuses to let it write to files. */
function spawnChild() {
  const file = join(
    /* turbopackIgnore: true */ process.cwd(),
    ...['lib', 'server', 'sandbox', 'sql-child.mjs'],
  );
  const args = [`--max-old-space-size=${limits.heapMb}`, file];
  const [command, ...all] =
    process.platform === 'win32'
      ? [process.execPath, ...args]
      : ['/bin/sh', '-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, ...args];
  return spawn(command ?? process.execPath, all, {
    env: noEnvironment,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    windowsHide: true,
  });
}

function outcomeOf({ stdout, cut, stop }: z.infer<typeof Results>[number]): RunOutcome {
  if (stop === 'SQLITE_NOMEM') return { kind: 'out-of-memory' };
  return {
    kind: 'finished',
    exitCode: stop === null ? 0 : 1,
    stdout,
    stderr: '',
    cut,
    stop: stop === null ? null : { name: stop, line: null },
    values: [],
  };
}
