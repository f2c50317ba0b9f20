import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { setNiceness } from './niceness.ts';

/** The 19th field of a thread's line; the second, a name in brackets, may hold spaces. */
const nicenessOf = (pid: number, thread: string) =>
  Number(readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8').split(') ')[1]?.split(' ')[16]);

test.skipIf(!existsSync('/proc/self/task'))(
  'every thread of a process steps back, those that run too',
  async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000); console.log(1)']);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    const pid = child.pid ?? 0;
    setNiceness(pid, 19);
    const threads = readdirSync(`/proc/${pid}/task`);
    expect(threads.length).toBeGreaterThan(1);
    expect(threads.map((thread) => nicenessOf(pid, thread))).toEqual(threads.map(() => 19));
  },
);
