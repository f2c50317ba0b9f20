import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { assertNotInUse, problemOfFile } from './file.ts';

/**
 * Puts a backup in the place of a SQLite database that nobody has open. What was there is moved into a new folder beside
 * it, whose path is returned; null when nothing was there. Throws, with everything unchanged, when the backup is damaged.
 */
export async function restoreFile(file: string, backup: string, now: Date): Promise<string | null> {
  if (!existsSync(backup)) throw new Error(`There is no file ${backup}. Nothing was changed.`);
  const problem = await problemOfFile(backup);
  if (problem) throw new Error(`${backup} ${problem} Choose another backup. Nothing was changed.`);
  await assertNotInUse(file);
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const partial = `${file}.restoring`;
  copyWhole(backup, partial);
  giveToOwnerOf(folder, partial);
  await sync(partial);
  const kept = moveAway(file, now);
  renameSync(partial, file);
  await sync(folder);
  return kept;
}

function copyWhole(from: string, to: string): void {
  try {
    copyFileSync(from, to);
  } catch (error) {
    rmSync(to, { force: true });
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    if (!isFull) throw error;
    throw new Error(`There is no room for ${to}: its disk is full. Nothing was changed.`, { cause: error });
  }
}

/** Moves the database first, so that after a crash here its log is never beside another database. */
function moveAway(file: string, now: Date): string | null {
  const present = [file, `${file}-wal`, `${file}-shm`].filter((path) => existsSync(path));
  if (present.length === 0) return null;
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const folder = join(dirname(file), `before-restore-${stamp}`);
  mkdirSync(folder, { mode: 0o700 });
  for (const path of present) renameSync(path, join(folder, basename(path)));
  return folder;
}

/** Root may restore; the server, which runs as another user, must be able to write to the file. */
function giveToOwnerOf(folder: string, file: string): void {
  chmodSync(file, 0o600);
  const { uid, gid } = statSync(folder);
  if (process.getuid?.() === 0 && uid !== 0) chownSync(file, uid, gid);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
