import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { activityKinds, testKind } from '#lib/lesson/activities.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { lockFile } from '#lib/lesson/proof-lock.ts';
import { idsFile } from '#lib/lesson/side-ids/ids-file.ts';
import type { LessonSource, TrackSource } from '#lib/lesson/source.ts';
import { isActivityOfOtherProgram } from '#lib/lesson/unknown-file.ts';
import { decodeUtf8 } from '#lib/text/utf8.ts';
import { readPictures } from './pictures/read-pictures.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Lessons that were read before, by the path of their folder: they are not read again until they are deleted here. */
export type SourceMemory = Map<string, LessonSource>;

/**
 * Reads a folder of tracks (`<dir>/<track>/<lesson>/*.mdx`), or of one track or one lesson, so that an author can check
 * only that. Symbolic links are not followed.
 */
export async function readTracks(dir: string, memory?: SourceMemory): Promise<TrackSource[]> {
  const found = await entries(dir);
  if (found.files.includes('lesson.mdx')) {
    const slug = basename(dir);
    const lesson = await remembered(dir, memory, () => readLesson(dir, { track: 'track', slug }));
    return [{ slug: 'track', folder: dir, page: onlyLesson(slug), lessons: [lesson] }];
  }
  if (found.files.includes('track.mdx')) return [await readTrack(dir, memory)];
  return Promise.all(found.folders.map((name) => readTrack(join(dir, name), memory)));
}

async function remembered(
  dir: string,
  memory: SourceMemory | undefined,
  read: () => Promise<LessonSource>,
): Promise<LessonSource> {
  const source = memory?.get(dir) ?? (await read());
  memory?.set(dir, source);
  return source;
}

async function readTrack(dir: string, memory?: SourceMemory): Promise<TrackSource> {
  const { folders, files } = await entries(dir);
  const slug = basename(dir);
  const folder = displayPath(dir);
  const page = files.includes('track.mdx')
    ? await readText(join(dir, 'track.mdx'), `${folder}/track.mdx`)
    : undefined;
  return {
    slug,
    folder,
    page: page?.text,
    ...(page ? withFaults([page]) : {}),
    lessons: await Promise.all(
      folders.map((name) => {
        const lesson = join(dir, name);
        return remembered(lesson, memory, () =>
          readLesson(lesson, { track: slug, slug: name, trackDir: dir }),
        );
      }),
    ),
  };
}

async function readLesson(
  dir: string,
  { track, slug, trackDir }: { track: string; slug: string; trackDir?: string },
): Promise<LessonSource> {
  const { files, folders } = await entries(dir);
  const folder = displayPath(dir);
  const pool = folders.includes('pool') ? (await entries(join(dir, 'pool'))).files : [];
  const texts = await Promise.all(
    [...files, ...pool.map((name) => `pool/${name}`)].map(async (name) => ({
      name,
      ...(await readText(join(dir, name), `${folder}/${name}`)),
    })),
  );
  const byName = new Map(texts.map(({ name, text }) => [name, text]));
  const lock = await readDataFile(dir, lockFile);
  const ids = await readDataFile(dir, idsFile);
  const pictures = await readPictures(dir, trackDir);
  return {
    ...{ track, slug, folder, files: byName },
    ...(lock === undefined ? {} : { proofs: lock }),
    ...(ids === undefined ? {} : { ids }),
    ...(pictures.size > 0 ? { pictures } : {}),
    ...withFaults(texts),
  };
}

/** The text of a file that a command writes into the folder of a lesson; undefined if there is none. */
async function readDataFile(dir: string, name: string): Promise<string | undefined> {
  const path = join(/* turbopackIgnore: true */ dir, name);
  try {
    return (await firstBytes(path)).toString('utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export interface ContentText {
  readonly text: string;
  /** At most one finding: the file is not UTF-8. */
  readonly faults: readonly Finding[];
}

/** The text of a content file, which must be UTF-8; `file` is its name in findings. */
export async function readText(path: string, file: string): Promise<ContentText> {
  // What a word processor has written is named as such, and not for its encoding as well.
  if (!/\.mdx?$/.test(file) || basename(file).startsWith('~$')) return { text: '', faults: [] };
  const { text, fault } = decodeUtf8(firstBytes(path));
  if (!fault) return { text, faults: [] };
  const { looksLike, ...context } = fault;
  const message = `This file is not UTF-8 but ${looksLike}, so letters would be shown as other characters. Save it as UTF-8 in your editor.`;
  return { text, faults: [{ file, ...context, severity: 'error', rule: 'encoding', message }] };
}

/** More than any file may have: of a larger one, this much is read, which is over the limit of characters as well. */
const mostBytes = 2 * 1024 * 1024;

/** Read at once: for thousands of small files, handing each to a thread and back takes longer than reading it. */
function firstBytes(path: string): Buffer {
  const file = openSync(/* turbopackIgnore: true */ path, 'r');
  try {
    if (fstatSync(file).size <= mostBytes) return readFileSync(file);
    const bytes = Buffer.alloc(mostBytes);
    const length = readSync(file, bytes, 0, mostBytes, 0);
    return bytes.subarray(0, wholeCharacters(bytes, length));
  } finally {
    closeSync(file);
  }
}

/** The end of the last character that is complete in UTF-8. */
function wholeCharacters(bytes: Buffer, length: number): number {
  let end = length - 1;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return end;
}

function withFaults(texts: readonly ContentText[]): { encodingFaults?: readonly Finding[] } {
  const encodingFaults = texts.flatMap(({ faults }) => faults);
  return encodingFaults.length > 0 ? { encodingFaults } : {};
}

async function entries(dir: string): Promise<{ folders: string[]; files: string[] }> {
  const all = await readdir(dir, { withFileTypes: true });
  const names = (kind: 'isDirectory' | 'isFile') =>
    all
      .filter((entry) => entry[kind]() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .toSorted();
  return { folders: names('isDirectory'), files: names('isFile').filter(isRead) };
}

const activityFiles = [...activityKinds, testKind].map(({ file }) => file);

/** A file of another program with the name of an activity was meant as one, so that it is reported. */
const isRead = (name: string): boolean =>
  /\.mdx?$/.test(name) || isActivityOfOtherProgram(name, activityFiles);

/** The path as findings show it: relative to the working directory where it is inside of it. */
export function displayPath(dir: string): string {
  const path = relative(process.cwd(), dir);
  return path === '' ? '.' : path.startsWith('..') ? dir : path;
}

/** A lesson checked alone needs no track page of its own. */
function onlyLesson(slug: string): string {
  return `---\nid: track\ntitle: Track\nsummary: One lesson\nlessons: [${slug}]\nupdated: 2026-01-01\n---\n`;
}
