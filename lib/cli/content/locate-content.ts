import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '#lib/cli/command/verb.ts';

/** A folder given by an author, and the folders around it. */
export interface ContentLocation {
  /** The folder as it was given. */
  readonly dir: string;
  /** The folder to compile: the track of `dir`, or `dir` itself when it contains tracks. */
  readonly compileDir: string;
  /** The folder with all tracks. */
  readonly tracksDir: string;
}

/** Throws a `UsageError` when there is no such folder. */
export function locateContent(dir: string): ContentLocation {
  if (!existsSync(dir)) throw new UsageError(`There is no folder "${dir}".`);
  if (!statSync(dir).isDirectory())
    throw new UsageError(`"${dir}" is a file. Name the folder of a lesson, a track or all tracks.`);
  const isTrack = (path: string) => existsSync(join(path, 'track.mdx'));
  const above = dirname(resolve(dir));
  if (isTrack(dir)) return { dir, compileDir: dir, tracksDir: above };
  if (existsSync(join(dir, 'lesson.mdx')) && isTrack(above))
    return { dir, compileDir: above, tracksDir: dirname(above) };
  return { dir, compileDir: dir, tracksDir: dir };
}
