import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { EnvironmentError } from './env.ts';

const userCure =
  'Make the user who runs Surefoot its owner, and run every command as that user. Files that were made as root often belong to root.';

/** What the operator can do about a file that this user may not use; null for every other error. */
export function accessProblem(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null;
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return `This user may not read or write ${error.path}. ${userCure}`;
  if (error.code === 'EROFS')
    return `${error.path} is on a read-only file system. Mount it for writing, or choose a place on another one.`;
  return null;
}

/** Throws a sentence when SQLite could not read or write a database: its folder, the file, its log and its index. */
export function assertAccess(file: string): void {
  for (const path of [dirname(file), file, `${file}-wal`, `${file}-shm`]) {
    try {
      accessSync(path, constants.R_OK | constants.W_OK);
    } catch (error) {
      const problem = accessProblem(error);
      if (problem) throw new EnvironmentError(problem, { cause: error });
    }
  }
}
