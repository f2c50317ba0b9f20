import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { LessonSource, TrackSource } from '#lib/lesson/source.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Reads a folder of tracks (`<dir>/<track>/<lesson>/*.mdx`). A folder that is itself a track, or a lesson, will do,
 * so that an author can check just what is open in the editor. Links are not followed.
 */
export async function readTracks(dir: string): Promise<TrackSource[]> {
  const here = await entries(dir);
  if (here.files.includes('lesson.mdx')) {
    const slug = basename(dir);
    const lesson = await readLesson(dir, 'track', slug);
    return [{ slug: 'track', folder: dir, page: onlyLesson(slug), lessons: [lesson] }];
  }
  if (here.files.includes('track.mdx')) return [await readTrack(dir)];
  return Promise.all(here.folders.map((name) => readTrack(join(dir, name))));
}

async function readTrack(dir: string): Promise<TrackSource> {
  const { folders, files } = await entries(dir);
  const slug = basename(dir);
  return {
    slug,
    folder: shown(dir),
    page: files.includes('track.mdx') ? await readFile(join(dir, 'track.mdx'), 'utf8') : undefined,
    lessons: await Promise.all(folders.map((name) => readLesson(join(dir, name), slug, name))),
  };
}

async function readLesson(dir: string, track: string, slug: string): Promise<LessonSource> {
  const { files } = await entries(dir);
  const texts = await Promise.all(
    files.map(async (name) => [name, await readFile(join(dir, name), 'utf8')] as const),
  );
  return { track, slug, folder: shown(dir), files: new Map(texts) };
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

/** Findings name files as they look from where the command was run. */
function shown(dir: string): string {
  const path = relative(process.cwd(), dir);
  return path === '' ? '.' : path.startsWith('..') ? dir : path;
}

/** A lesson checked alone needs no track page of its own. */
function onlyLesson(slug: string): string {
  return `---\nid: track\ntitle: Track\nsummary: One lesson\nlessons: [${slug}]\nupdated: 2026-01-01\n---\n`;
}
