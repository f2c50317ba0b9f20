import type { Library } from '#lib/lesson/library.ts';
import { loadLibrary } from '#lib/server/content/library.ts';
import { lessonsVariable } from './lessons-variable.ts';

let loaded: Promise<Library> | undefined;

/** Our own lessons, compiled at most once for all processes of a run. */
export function ourLibrary(): Promise<Library> {
  loaded ??= loadLibrary('content/tracks', process.env[lessonsVariable] || null);
  return loaded;
}
