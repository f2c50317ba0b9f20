import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SourceMemory } from '#lib/server/content/read-content.ts';

/** An editor writes a file in several steps, and a tool several files. */
const settleMs = 60;
const pollMs = 500;

/** Paths within the folder that have changed; null when it is not known which. */
export type Changed = ReadonlySet<string> | null;

/**
 * Calls `onChange` after changes below a folder, never twice at the same time. Where the system cannot watch folders, they
 * are looked through twice a second. Returns the function that ends it.
 */
export function watchFolder(dir: string, onChange: (changed: Changed) => Promise<void>): () => void {
  let changed: Set<string> | null = new Set();
  let isRunning = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async () => {
    if (isRunning) return;
    isRunning = true;
    while (changed === null || changed.size > 0) {
      const all: Changed = changed;
      changed = new Set();
      // A file may be gone again while it is read; the next change finds the folder as it is then.
      await onChange(all).catch((error) => console.error(error instanceof Error ? error.message : error));
    }
    isRunning = false;
  };
  const note = (path: string | null) => {
    if (path === null) changed = null;
    else changed?.add(path);
    clearTimeout(timer);
    timer = setTimeout(run, settleMs);
  };
  let stopPolling: (() => void) | undefined;
  const poll = () => {
    stopPolling ??= pollFolder(dir, note);
  };
  const watcher = startWatcher(dir, note, poll);
  return () => {
    watcher?.close();
    stopPolling?.();
    clearTimeout(timer);
  };
}

function startWatcher(
  dir: string,
  note: (path: string | null) => void,
  fallBack: () => void,
): FSWatcher | undefined {
  try {
    const watcher = watch(dir, { recursive: true }, (_event, name) => note(name));
    // The system has a limit of watched folders.
    watcher.on('error', () => {
      watcher.close();
      fallBack();
    });
    return watcher;
  } catch {
    fallBack();
    return undefined;
  }
}

/** Compares the times and sizes of all files twice a second. */
export function pollFolder(dir: string, note: (path: string | null) => void): () => void {
  let isStopped = false;
  let before: ReadonlyMap<string, string> | undefined;
  const look = async () => {
    const now = await stampsOf(dir).catch(() => undefined);
    if (isStopped) return;
    if (now && before) for (const path of differing(before, now)) note(path);
    before = now ?? before;
    setTimeout(look, pollMs);
  };
  look();
  return () => {
    isStopped = true;
  };
}

async function stampsOf(dir: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(dir, { recursive: true });
  const stamps = names.map(async (name) => {
    const { size, mtimeMs } = await stat(join(dir, name));
    return [name, `${size} ${mtimeMs}`] as const;
  });
  return new Map(await Promise.all(stamps));
}

const differing = (before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path));

/** Lets the lessons with these paths be read again. Pictures beside the page of a track belong to all of its lessons. */
export function forgetChanged(memory: SourceMemory, dir: string, changed: Changed): void {
  if (changed === null) return memory.clear();
  const forgetBelow = (folder: string) => {
    for (const lesson of memory.keys()) if (lesson.startsWith(join(folder, '/'))) memory.delete(lesson);
  };
  for (const path of changed) {
    const full = join(dir, path);
    forgetBelow(full);
    // A lesson may have folders of its own.
    let isOfLesson = false;
    for (let folder = full; folder.startsWith(dir) && !isOfLesson; folder = dirname(folder)) {
      isOfLesson = memory.delete(folder);
      if (folder === dir) break;
    }
    if (!isOfLesson && basename(path) !== 'track.mdx') forgetBelow(dirname(full));
  }
}
