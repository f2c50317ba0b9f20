import { createHash } from 'node:crypto';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Finding } from '#lib/lesson/lesson.ts';
import type { LessonSource, TrackSource } from '#lib/lesson/source.ts';
import { decodeUtf8 } from '#lib/text/utf8.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Reads a folder of tracks (`<dir>/<track>/<lesson>/*.mdx`), or of one track or one lesson, so that an author can check
 * only that. Symbolic links are not followed.
 */
export async function readTracks(dir: string): Promise<TrackSource[]> {
  const found = await entries(dir);
  if (found.files.includes('lesson.mdx')) {
    const slug = basename(dir);
    const lesson = await readLesson(dir, 'track', slug);
    return [{ slug: 'track', folder: dir, page: onlyLesson(slug), lessons: [lesson] }];
  }
  if (found.files.includes('track.mdx')) return [await readTrack(dir)];
  return Promise.all(found.folders.map((name) => readTrack(join(dir, name))));
}

async function readTrack(dir: string): Promise<TrackSource> {
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
    lessons: await Promise.all(folders.map((name) => readLesson(join(dir, name), slug, name))),
  };
}

async function readLesson(dir: string, track: string, slug: string): Promise<LessonSource> {
  const { files } = await entries(dir);
  const folder = displayPath(dir);
  const texts = await Promise.all(
    files.map(async (name) => ({ name, ...(await readText(join(dir, name), `${folder}/${name}`)) })),
  );
  const byName = new Map(texts.map(({ name, text }) => [name, text]));
  return { track, slug, folder, files: byName, ...withFaults(texts) };
}

export interface ContentText {
  readonly text: string;
  /** At most one finding: the file is not UTF-8. */
  readonly faults: readonly Finding[];
}

/** The text of a content file, which must be UTF-8; `file` is its name in findings. */
export async function readText(path: string, file: string): Promise<ContentText> {
  const { text, fault } = decodeUtf8(await firstBytes(path));
  if (!fault) return { text, faults: [] };
  const { looksLike, ...context } = fault;
  const message = `This file is not UTF-8 but ${looksLike}, so letters would be shown as other characters. Save it as UTF-8 in your editor.`;
  return { text, faults: [{ file, ...context, severity: 'error', rule: 'encoding', message }] };
}

/** More than any file may have: of a larger one, this much is read, which is over the limit of characters as well. */
const mostBytes = 2 * 1024 * 1024;

async function firstBytes(path: string): Promise<Buffer> {
  if ((await stat(/* turbopackIgnore: true */ path)).size <= mostBytes)
    return readFile(/* turbopackIgnore: true */ path);
  const file = await open(/* turbopackIgnore: true */ path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mostBytes), 0, mostBytes, 0);
    return buffer.subarray(0, wholeCharacters(buffer, bytesRead));
  } finally {
    await file.close();
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
  return { folders: names('isDirectory'), files: names('isFile').filter((name) => /\.mdx?$/.test(name)) };
}

/** The path as findings show it: relative to the working directory where it is inside of it. */
function displayPath(dir: string): string {
  const path = relative(process.cwd(), dir);
  return path === '' ? '.' : path.startsWith('..') ? dir : path;
}

/** A lesson checked alone needs no track page of its own. */
function onlyLesson(slug: string): string {
  return `---\nid: track\ntitle: Track\nsummary: One lesson\nlessons: [${slug}]\nupdated: 2026-01-01\n---\n`;
}
