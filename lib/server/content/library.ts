import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { env } from '#lib/server/host/env.ts';
import { oncePerProcess } from '#lib/server/host/once-per-process.ts';
import type { LessonMemory } from './compile-library.ts';
import { type CompiledFolder, compiledFolder } from './compiled-files.ts';
import { storePictures } from './pictures/stored-pictures.ts';
import { readTracks } from './read-content.ts';
import { readContent } from './stored-library.ts';

/** The content of a folder of tracks. What has not changed comes from `memory` or the folder of what was compiled. */
export async function loadLibrary(
  dir: string,
  folder: CompiledFolder,
  memory?: LessonMemory,
): Promise<Library> {
  const sources = await readTracks(dir);
  const stored = await readContent(folder, sources);
  if (stored) return makeLibrary(stored.tracks, stored.findings);
  // Imported only now: the compiler and its grammars take memory that a server needs only after an edit.
  const { compileLibrary } = await import('./compile-library.ts');
  const { tracks, findings } = await compileLibrary(sources, folder, memory);
  await storePictures(sources.flatMap(({ lessons }) => lessons));
  return makeLibrary(tracks, findings);
}

/**
 * All content of this process. Development reads the files at each call and compiles what has changed; production uses
 * what the build compiled.
 */
export function contentLibrary(): Promise<Library> {
  return oncePerProcess('library', makeLoader)();
}

function makeLoader(): () => Promise<Library> {
  const { contentDir } = env();
  if (process.env.NODE_ENV !== 'production') {
    const memory: LessonMemory = new Map();
    return () => loadLibrary(contentDir, null, memory);
  }
  let once: Promise<Library> | undefined;
  return () => {
    once ??= loadLibrary(contentDir, compiledFolder());
    return once;
  };
}
