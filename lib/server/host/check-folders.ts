import { accessSync, constants, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, EnvironmentError } from './env.ts';

/** Throws a sentence that names the variable and the cure when a folder is missing or cannot be written. Makes DATA_DIR. */
export function assertFolders(env: Pick<Env, 'contentDir' | 'dataDir' | 'databaseUrl' | 'authSecret'>): void {
  const problem = contentProblem(env.contentDir) ?? (needsDataDir(env) ? dataProblem(env.dataDir) : null);
  if (problem) throw new EnvironmentError(problem);
}

/** Why lessons cannot be read from a folder; null when they can. */
export function contentProblem(dir: string): string | null {
  const found = statSync(dir, { throwIfNoEntry: false });
  if (!found?.isDirectory())
    return `There is no folder ${dir}. Set CONTENT_DIR to the folder with the tracks, or leave it out for content/tracks.`;
  try {
    accessSync(dir, constants.R_OK | constants.X_OK);
    return null;
  } catch {
    return `${dir} cannot be read. Make CONTENT_DIR readable for the user who runs Surefoot.`;
  }
}

/** With PostgreSQL and a given secret nothing is stored in the data folder. */
function needsDataDir({ databaseUrl, authSecret }: Pick<Env, 'databaseUrl' | 'authSecret'>): boolean {
  return databaseUrl === undefined || authSecret === undefined;
}

function dataProblem(dir: string): string | null {
  const probe = join(dir, `.writable-${process.pid}`);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, 'Surefoot could write here.\n');
    rmSync(probe);
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return `DATA_DIR is ${dir}, ${dataFaults[code] ?? `which cannot be written (${code}). ${cure}`}`;
  }
}

const cure = 'Give the user who runs Surefoot the right to write there, or set DATA_DIR to another folder.';

const dataFaults: Readonly<Record<string, string>> = {
  EEXIST: 'which is a file. Set DATA_DIR to a folder.',
  ENOTDIR: 'and a part of this path is a file. Set DATA_DIR to a folder.',
  ENOENT:
    'which cannot be made: a link on this path leads nowhere, or its disk is missing or read-only. Mount the disk, or set DATA_DIR to another folder.',
  EACCES: `which this user may not write to. ${cure}`,
  EPERM: `which this user may not write to. ${cure}`,
  EROFS: 'which is on a read-only file system. Set DATA_DIR to a folder on another one.',
  ENOSPC: 'whose disk is full. Make room there, or set DATA_DIR to a folder on another disk.',
  EDQUOT: 'whose disk quota is used up. Make room there, or set DATA_DIR to a folder on another disk.',
};
