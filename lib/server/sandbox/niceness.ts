import { readdirSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';

/**
 * Sets how far a process steps back behind others, from 0 to 19, for all its threads: Linux keeps a value for each, and
 * a thread that runs already would keep its own.
 */
export function setNiceness(pid: number, value: number): void {
  for (const thread of threadsOf(pid)) {
    try {
      setPriority(thread, value);
    } catch {
      // It has ended, or the system has no priorities.
    }
  }
}

function threadsOf(pid: number): number[] {
  try {
    return readdirSync(join('/proc', String(pid), 'task')).map(Number);
  } catch {
    // A system without such a folder, where the value counts for the whole process.
    return [pid];
  }
}
