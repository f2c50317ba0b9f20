import { z } from 'zod';

/**
 * The files of a lesson by their path in its folder: text as it is, pictures in base64. Its ids and proofs, which
 * commands keep in files of their own, are among them.
 */
export type LessonFiles = Readonly<Record<string, string>>;

/** A lesson by the names of its folders. */
export interface LessonRef {
  readonly track: string;
  readonly lesson: string;
}

/** In place of a lesson's name: the page of the track itself, whose only file is `track.mdx`. */
export const trackPage = '_track';
export const trackFile = 'track.mdx';

/** Characters of all files of a lesson together, pictures included. A single text has the limit of `longestFile`. */
export const mostCharacters = 4_000_000;
export const mostFiles = 100;

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const textFile = /^(?:pool\/)?[a-z0-9][a-z0-9-]{0,60}\.mdx$/;
const pictureFile = /^[A-Za-z0-9][\w-]{0,80}\.(?:png|jpe?g|webp|svg)$/;
const dataFiles: readonly string[] = ['ids.json', 'proofs.lock.json'];

export const isPictureName = (name: string): boolean => pictureFile.test(name);

/** Whether a file of this name may be a part of a lesson. No name leads out of its folder. */
export const isLessonFileName = (name: string): boolean =>
  textFile.test(name) || isPictureName(name) || dataFiles.includes(name);

export const TrackName = z.string().max(60).regex(slug, 'Use lower-case words joined by hyphens.');
export const LessonName = TrackName.or(z.literal(trackPage));

/** Why these files are too many or too long to be looked at; null if they are not. */
export function filesFault(files: LessonFiles): 'too-many-files' | 'too-long' | null {
  const texts = Object.values(files);
  if (texts.length > mostFiles) return 'too-many-files';
  return texts.reduce((sum, text) => sum + text.length, 0) > mostCharacters ? 'too-long' : null;
}

/** Files in the order of their names, so that equal files are equal as text. */
export const orderedFiles = (files: LessonFiles): LessonFiles =>
  Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The names of files that differ, in order. */
export function changedNames(before: LessonFiles, after: LessonFiles): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .toSorted();
}
