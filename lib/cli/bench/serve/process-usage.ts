import { readdir, readFile } from 'node:fs/promises';

/** `USER_HZ`: on Linux the unit of /proc/<pid>/stat is a hundredth of a second on every architecture that Node supports. */
const tickMs = 10;

/**
 * Processor time of a process in milliseconds, from the text of /proc/<pid>/stat: utime and stime, which cover all its
 * threads, and those of children that have ended (proc(5), fields 14 to 17). The name in brackets may hold anything.
 */
export function cpuMsOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).map(Number);
  if (ticks.length < 4 || ticks.some(Number.isNaN)) throw new Error('This is no text of /proc/<pid>/stat');
  return tickMs * ticks.reduce((sum, n) => sum + n, 0);
}

/** Resident memory in megabytes (10^6 bytes), from the text of /proc/<pid>/status. */
export function rssMbOf(status: string): number {
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
  if (Number.isNaN(kilobytes)) throw new Error('This is no text of /proc/<pid>/status');
  return (kilobytes * 1024) / 1e6;
}

/** Processor time of a process and its living children, in milliseconds. */
export async function cpuMs(pid: number): Promise<number> {
  const own = cpuMsOf(await readFile(`/proc/${pid}/stat`, 'utf8'));
  const children = await childrenOf(pid);
  const others = await Promise.all(children.map((child) => cpuMs(child).catch(() => 0)));
  return others.reduce((sum, ms) => sum + ms, own);
}

async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`);
  // A thread may end between the two reads.
  const texts = threads.map((thread) =>
    readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => ''),
  );
  return (await Promise.all(texts)).flatMap((text) => text.split(' ').filter(Boolean).map(Number));
}

export async function rssMb(pid: number): Promise<number> {
  return rssMbOf(await readFile(`/proc/${pid}/status`, 'utf8'));
}
