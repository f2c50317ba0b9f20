import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the one folder that a build keeps. */
const serversFolder = join('.next', 'cache', 'surefoot-servers');

/** Tells later builds that this process serves the build of this folder, until it ends. */
export function noteServing(folder = serversFolder): void {
  const file = join(folder, String(process.pid));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, startOf(process.pid));
  } catch {
    // Where nothing can be written, nothing can be built either.
    return;
  }
  process.once('exit', () => rmSync(file, { force: true }));
}

/** The processes that serve the build of this folder. What one has left that was killed is removed. */
export function servingNow(folder = serversFolder): number[] {
  return namesIn(folder)
    .map(Number)
    .filter((pid) => {
      const file = join(folder, String(pid));
      if (isAlive(pid) && readFileSync(file, 'utf8') === startOf(pid)) return true;
      rmSync(file, { force: true });
      return false;
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No server has run here yet.
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process was started, since the system gives its number to another one later; empty where that cannot be read. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
