import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '#lib/cli/command/verb.ts';

/** Where an author's folder belongs. */
export interface ContentLocation {
  /** As it was named. */
  readonly dir: string;
  /** The track it is or belongs to, or `dir` itself when it holds tracks. */
  readonly compileDir: string;
  /** All tracks beside it. */
  readonly tracksDir: string;
}

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
