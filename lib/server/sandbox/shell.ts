import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunOutcome } from '#lib/item/run.ts';
import type { TrialRun } from '#lib/item/trial-result.ts';

/** Elapsed milliseconds, seconds of processor time, kibibytes of one file and of memory, processes, bytes of output. */
const limits = { wallMs: 10_000, cpu: 5, fileKb: 10_240, memoryKb: 1_048_576, output: 64 * 1024 } as const;

/**
 * Runs a program in bash on this machine, in an empty folder that is removed afterwards. It is no sandbox: the program may
 * do what its author may, within limits of time and memory. So it runs only where the author asks for it.
 */
export async function runShell({ program, input }: TrialRun): Promise<RunOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'surefoot-proof-'));
  try {
    return await execute(program, input, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Names and dates are fixed, so that the ids of commits are the same in each run. */
const environmentOf = (folder: string): NodeJS.ProcessEnv =>
  Object.assign(Object.create(null), {
    PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
    HOME: folder,
    TMPDIR: folder,
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'init.defaultBranch',
    GIT_CONFIG_VALUE_0: 'main',
    GIT_CEILING_DIRECTORIES: tmpdir(),
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.org',
    GIT_AUTHOR_DATE: '2026-01-01T12:00:00Z',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.org',
    GIT_COMMITTER_DATE: '2026-01-01T12:00:00Z',
    GIT_ALLOW_PROTOCOL: 'file',
    GIT_TERMINAL_PROMPT: '0',
  });

function execute(program: string, input: string, folder: string): Promise<RunOutcome> {
  const bounds = `ulimit -t ${limits.cpu} -f ${limits.fileKb} -v ${limits.memoryKb} -c 0`;
  // A group of its own, so that everything it started ends with it.
  const child = spawn('bash', ['--noprofile', '--norc', '-c', `${bounds}\neval "$1"`, 'bash', program], {
    cwd: folder,
    env: environmentOf(folder),
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const settle = (outcome: RunOutcome) => {
      clearTimeout(late);
      endGroup(child.pid);
      resolve(outcome);
    };
    const late = setTimeout(() => settle({ kind: 'time-out' }), limits.wallMs);
    child.stdout.on('data', (part: Buffer) => {
      if (size < limits.output) parts.push(part);
      size += part.length;
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.once('error', () => settle({ kind: 'crashed' }));
    child.once('close', (code, signal) => {
      if (signal === 'SIGXCPU' || signal === 'SIGKILL') return settle({ kind: 'time-out' });
      const stdout = Buffer.concat(parts).subarray(0, limits.output).toString('utf8');
      const exitCode = code ?? 1;
      // A command that is not there is no fault of the program.
      if (exitCode === 127) return settle({ kind: 'crashed' });
      const stop = exitCode === 0 ? null : { name: `exit ${exitCode}`, line: null };
      settle({ kind: 'finished', exitCode, stdout, stderr: '', cut: size > limits.output, stop, values: [] });
    });
  });
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}
