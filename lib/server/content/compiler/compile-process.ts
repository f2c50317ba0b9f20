import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { type CompileOutcome, type Compiler, type CompileTask, firstFile } from './messages.ts';

/** The compiler takes memory, and is needed again only after the next edit. */
const idleMs = 10_000;
/** Far beyond the limits that the process keeps itself, its start among them, for one that answers nothing any more. */
const longestTaskMs = 900_000;
/** In a server, pages come first; a build has nothing else to do. */
const nicenessBesidePages = 5;

/** Compiles in a separate process, which starts with the first task and ends when there was none for `maxIdleMs`; null for never. */
export function compileProcess(maxIdleMs: number | null = idleMs): Compiler {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  const run = async (task: CompileTask): Promise<CompileOutcome> => {
    clearTimeout(idle);
    child ??= spawnChild();
    const outcome = await runTask(child, task);
    if (!outcome) end();
    else if (maxIdleMs !== null) idle = setTimeout(end, maxIdleMs).unref();
    return outcome ?? { kind: 'broken', file: firstFile(task) };
  };
  return {
    compile(task) {
      const outcome = last.then(() => run(task));
      last = outcome.catch(() => undefined);
      return outcome;
    },
    async close() {
      await last;
      clearTimeout(idle);
      end();
    },
  };
}

/** Next's types require a variable that the child process does not need. */
const noEnvironment: NodeJS.ProcessEnv = Object.create(null);

/** What compiles the text of authors gets no environment, which holds secrets. */
function spawnChild(): ChildProcess {
  const file = join(
    /* turbopackIgnore: true */ process.cwd(),
    ...['lib', 'server', 'content', 'compiler', 'compile-child.ts'],
  );
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    env: noEnvironment,
    // Maps, such as the files of a lesson, are copied as they are.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    windowsHide: true,
  });
  if (process.env.NEXT_RUNTIME === 'nodejs') lowerPriority(child);
  return child;
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, nicenessBesidePages);
  } catch {
    // The process has ended, or the system has no priorities.
  }
}

/** The outcome of a task; undefined when the process ended or answered nothing. Only a task keeps this process alive. */
function runTask(child: ChildProcess, task: CompileTask): Promise<CompileOutcome | undefined> {
  return new Promise((resolve) => {
    child.ref();
    child.channel?.ref();
    const settle = (outcome?: CompileOutcome) => {
      clearTimeout(late);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.unref();
      child.channel?.unref();
      resolve(outcome);
    };
    const late = setTimeout(settle, longestTaskMs);
    child.once('message', (message: CompileOutcome) => settle(message));
    child.once('exit', () => settle());
    child.once('error', () => settle());
    child.send(task, (error) => error && settle());
  });
}
