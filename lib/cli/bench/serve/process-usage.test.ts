import { expect, test } from 'vitest';
import { cpuMsOf, rssMbOf } from './process-usage.ts';

// The fields of proc(5): pid, name, state, ppid, pgrp, session, tty, tpgid, flags, minflt, cminflt, majflt, cmajflt,
// utime 250, stime 30, cutime 7, cstime 1, priority, nice, threads 11 …
const stat = (name: string) =>
  `4242 (${name}) S 1 4242 4242 0 -1 4194560 9000 12 3 0 250 30 7 1 20 0 11 0 5500 1300000000 60000`;

test.each(['next-server (v16', 'node', ') R 1 2 3'])('processor time is read after the name "%s"', (name) => {
  // 250 + 30 + 7 + 1 = 288 hundredths of a second.
  expect(cpuMsOf(stat(name))).toBe(2880);
});

test('a text that is no process status is refused', () => {
  expect(() => cpuMsOf('4242 (node) S 1 2')).toThrow('no text of /proc');
  expect(() => rssMbOf('Name:\tnode\nVmSize:\t  900 kB')).toThrow('no text of /proc');
});

test('resident memory is given in millions of bytes', () => {
  // 250,000 × 1,024 bytes; the peak, VmHWM, is another line.
  expect(rssMbOf('Name:\tnode\nVmHWM:\t  999999 kB\nVmRSS:\t  250000 kB\nThreads:\t11')).toBe(256);
});
