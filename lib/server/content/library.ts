import type { Library } from '#lib/lesson/library.ts';
import { env } from '#lib/server/host/env.ts';
import { oncePerProcess } from '#lib/server/host/once-per-process.ts';
import type { LessonMemory } from './compile-library.ts';
import { type CompiledFolder, compiledFolder } from './compiled-files.ts';
import { libraryOf, type PublishedContent, publishedContent } from './published-content.ts';
import { readTracks } from './read-content.ts';

/** The content of a folder of tracks, without what was published in the browser. */
export async function loadLibrary(
  dir: string,
  folder: CompiledFolder,
  memory?: LessonMemory,
): Promise<Library> {
  return libraryOf(await readTracks(dir), folder, memory);
}

/**
 * The content of this process and what was published over it. Development reads the files at each call and compiles what
 * has changed; production uses what the build has compiled.
 */
export const processContent = (): PublishedContent => oncePerProcess('content', makeContent);

function makeContent(): PublishedContent {
  const { contentDir, contentStore: mode } = env();
  const isLive = process.env.NODE_ENV !== 'production';
  return publishedContent({ contentDir, mode, isLive, folder: isLive ? null : compiledFolder() });
}

/** All content that this process serves. */
export const contentLibrary = (): Promise<Library> => processContent().library();
