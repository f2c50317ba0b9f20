import {
  isPictureName,
  type LessonFiles,
  type LessonRef,
  trackFile,
  trackPage,
} from '#lib/lesson/lesson-files.ts';
import type { Pictures } from '#lib/lesson/markdown/pictures.ts';
import { lockFile } from '#lib/lesson/proof-lock.ts';
import { idsFile } from '#lib/lesson/side-ids/ids-file.ts';
import type { LessonSource, TrackSource } from '#lib/lesson/source.ts';
import { pictureOf } from './pictures/read-pictures.ts';

/** A lesson, or the page of a track, as it was published. */
export interface PublishedLesson extends LessonRef {
  readonly files: LessonFiles;
}

/** The tracks with what was published in the place of the files on disk. `root` is their folder as findings name it. */
export function overlay(
  deployed: readonly TrackSource[],
  published: readonly PublishedLesson[],
  root: string,
): TrackSource[] {
  const tracks = new Map(deployed.map((track) => [track.slug, track]));
  for (const one of published) {
    const before = tracks.get(one.track) ?? emptyTrack(one.track, root);
    tracks.set(one.track, one.lesson === trackPage ? withPage(before, one.files) : withLesson(before, one));
  }
  return [...tracks.values()].toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

const emptyTrack = (slug: string, root: string): TrackSource => ({
  slug,
  folder: `${root}/${slug}`,
  page: undefined,
  lessons: [],
});

function withPage({ encodingFaults: _faults, ...track }: TrackSource, files: LessonFiles): TrackSource {
  return { ...track, page: files[trackFile] };
}

function withLesson(track: TrackSource, published: PublishedLesson): TrackSource {
  const before = track.lessons.find(({ slug }) => slug === published.lesson);
  const lesson = lessonSource(track, published, before?.pictures ?? picturesOfTrack(track));
  const others = track.lessons.filter((one) => one !== before);
  return { ...track, lessons: [...others, lesson].toSorted((a, b) => (a.slug < b.slug ? -1 : 1)) };
}

/** A lesson's pictures are those on disk and those among its files. */
function lessonSource(
  { folder }: TrackSource,
  { track, lesson, files }: PublishedLesson,
  pictures: Pictures,
): LessonSource {
  const all = new Map([
    ...pictures,
    ...picturesAmong(files).map(([name, bytes]) => [name, pictureOf(bytes)] as const),
  ]);
  const { [lockFile]: proofs, [idsFile]: ids } = files;
  return {
    ...{ track, slug: lesson, folder: `${folder}/${lesson}` },
    files: new Map(textsAmong(files)),
    ...(proofs === undefined ? {} : { proofs }),
    ...(ids === undefined ? {} : { ids }),
    ...(all.size > 0 ? { pictures: all } : {}),
  };
}

const picturesOfTrack = ({ lessons }: TrackSource): Pictures =>
  new Map([...(lessons[0]?.pictures ?? [])].filter(([path]) => path.startsWith('../')));

/** In the order in which files are read from disk, so that equal files are one source. */
function textsAmong(files: LessonFiles): [string, string][] {
  const texts = Object.entries(files).filter(([name]) => name.endsWith('.mdx'));
  const inPool = (name: string) => Number(name.includes('/'));
  return texts.toSorted(([a], [b]) => inPool(a) - inPool(b) || (a < b ? -1 : 1));
}

/** The pictures among the files of a lesson, as bytes. */
export const picturesAmong = (files: LessonFiles): [string, Buffer][] =>
  Object.entries(files).flatMap(([name, text]) =>
    isPictureName(name) ? [[name, Buffer.from(text, 'base64')] as [string, Buffer]] : [],
  );

/** The files of a lesson that are text; the pictures on disk stay there. */
export function filesOf({ files, proofs, ids }: LessonSource): LessonFiles {
  return {
    ...Object.fromEntries(files),
    ...(ids === undefined ? {} : { [idsFile]: ids }),
    ...(proofs === undefined ? {} : { [lockFile]: proofs }),
  };
}

/** The files of a lesson, or the page of a track, in these texts; undefined if there is none. */
export function filesIn(
  sources: readonly TrackSource[],
  { track: name, lesson: slug }: LessonRef,
): LessonFiles | undefined {
  const track = sources.find((one) => one.slug === name);
  if (slug === trackPage) return track?.page === undefined ? undefined : { [trackFile]: track.page };
  const lesson = track?.lessons.find((one) => one.slug === slug);
  return lesson && filesOf(lesson);
}
