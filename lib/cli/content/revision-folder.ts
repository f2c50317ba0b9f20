import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';

const run = promisify(execFile);

/** A folder of tracks as it was in a revision, in a temporary folder. */
export interface RevisionFolder {
  readonly folder: string;
  /** The full hash of the commit. */
  readonly commit: string;
  remove(): Promise<void>;
}

/**
 * Writes the files that a revision of git has in `dir`. The index and the files of the work tree stay as they are. Throws a
 * `UsageError` if the folder is in no repository, or the repository has no such revision or the revision no such folder.
 */
export async function revisionFolder(dir: string, revision: string): Promise<RevisionFolder> {
  const top = await git(dir, ['rev-parse', '--show-toplevel'], `"${dir}" is in no git repository.`);
  // A revision that begins with a hyphen would be read as an option.
  const commit = await git(
    dir,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    `The repository has no revision "${revision}". Name a commit, a branch or a tag.`,
  );
  const prefix = await git(dir, ['rev-parse', '--show-prefix'], `"${dir}" is in no git repository.`);
  const path = prefix.replace(/\/$/, '');
  const made = await mkdtemp(join(tmpdir(), 'surefoot-revision-'));
  const remove = () => rm(made, { recursive: true, force: true });
  try {
    const index = { ...process.env, GIT_INDEX_FILE: join(made, 'index') };
    const tree = path === '' ? commit : `${commit}:${path}`;
    await git(top, ['read-tree', tree], `The revision ${revision} has no folder "${path}".`, index);
    await git(top, ['checkout-index', '--all', `--prefix=${join(made, 'tracks')}/`], null, index);
    return { folder: join(made, 'tracks'), commit, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** What git prints. When it fails, throws a `UsageError` with `problem`, or without one what git says. */
async function git(
  dir: string,
  args: readonly string[],
  problem: string | null,
  env = process.env,
): Promise<string> {
  try {
    const { stdout } = await run('git', ['-C', dir, ...args], { env });
    return stdout.trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new UsageError('git is not installed, so no earlier revision can be read.');
    throw problem === null ? error : new UsageError(problem);
  }
}
