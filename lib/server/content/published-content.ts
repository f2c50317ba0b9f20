import type { Db } from '#db/client.ts';
import {
  findRevisionBefore,
  type LessonRevision,
  listNewestRevisions,
  newestRevisionSeq,
} from '#db/lesson-revisions.ts';
import type { ContentMode } from '#lib/lesson/authoring.ts';
import { isError } from '#lib/lesson/finding.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import type { LessonRef } from '#lib/lesson/lesson-files.ts';
import { trackFile, trackPage } from '#lib/lesson/lesson-files.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import type { TrackSource } from '#lib/lesson/source.ts';
import type { LessonMemory } from './compile-library.ts';
import type { CompiledFolder } from './compiled-files.ts';
import type { ContentStore } from './content-store.ts';
import { overlay, picturesAmong } from './overlay.ts';
import { storePicture, storePictures } from './pictures/stored-pictures.ts';
import { displayPath, readTracks } from './read-content.ts';
import { readContent } from './stored-library.ts';

export interface PublishedContent extends ContentStore {
  /** What is served now. */
  library(): Promise<Library>;
  /**
   * Serves what was published since the last call.
   * @param prepare is called with the content before anybody sees it
   */
  follow(db: Db, prepare?: (next: Library) => Promise<unknown>): Promise<void>;
}

export interface PublishedContentOptions {
  readonly contentDir: string;
  readonly folder: CompiledFolder;
  readonly mode: ContentMode;
  /** Files on disk are read again at each look: development. */
  readonly isLive: boolean;
}

/**
 * The content of a process: the files on disk, and over them the newest revision of each lesson. A revision that does not
 * compile here, such as one of an earlier version, is passed over for the one before it, and the rest is served.
 */
export function publishedContent(options: PublishedContentOptions): PublishedContent {
  const { contentDir, folder, mode, isLive } = options;
  const memory: LessonMemory | undefined = isLive ? new Map() : undefined;
  const root = displayPath(contentDir);
  let served: ReadonlyMap<string, LessonRevision> = new Map();
  let seq = 0;
  let current: Promise<Library> | undefined;
  let pinned: Promise<readonly TrackSource[]> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** What is edited on disk later is served from the next start on, not beside a revision of something else. */
  function deployed(): Promise<readonly TrackSource[]> {
    if (isLive) return readTracks(contentDir);
    pinned ??= readTracks(contentDir);
    return pinned;
  }

  const overlaid = async (revisions: ReadonlyMap<string, LessonRevision>): Promise<TrackSource[]> =>
    overlay(await deployed(), [...revisions.values()], root);

  async function load(revisions: ReadonlyMap<string, LessonRevision>): Promise<Library> {
    for (const { files } of revisions.values())
      for (const [, bytes] of picturesAmong(files)) await storePicture(bytes);
    // Only what is published later keeps the texts of all lessons in memory.
    const sources = revisions.size === 0 ? await readTracks(contentDir) : await overlaid(revisions);
    return libraryOf(sources, folder, memory);
  }

  async function step(db: Db, prepare: (next: Library) => Promise<unknown>): Promise<void> {
    const newest = await newestRevisionSeq(db);
    if (newest === seq) return;
    const wanted = new Map(served);
    for (const revision of await listNewestRevisions(db, seq)) wanted.set(nameOf(revision), revision);
    const library = await loadSound(db, wanted);
    await prepare(library);
    served = wanted;
    seq = newest;
    current = Promise.resolve(library);
  }

  /** Puts an older revision in the place of each that has an error, until none has. */
  async function loadSound(db: Db, wanted: Map<string, LessonRevision>): Promise<Library> {
    for (;;) {
      const library = await load(wanted);
      const faulty = [...wanted.values()].filter((one) => hasError(library.findings, root, one));
      if (faulty.length === 0) return library;
      for (const revision of faulty) {
        const { track, lesson, number } = revision;
        console.error(
          `Revision ${number} of ${track}/${lesson} has errors here, so the one before is served.`,
        );
        const older = await findRevisionBefore(db, revision, number);
        if (older) wanted.set(nameOf(revision), older);
        else wanted.delete(nameOf(revision));
      }
    }
  }

  return {
    mode,
    root,
    deployed,
    sources: () => overlaid(served),
    async compileLesson(source) {
      const { compileOnce } = await import('./compile-library.ts');
      return compileOnce(source);
    },
    async compile(sources, isStored) {
      const { compileLibrary } = await import('./compile-library.ts');
      return compileLibrary(sources, isStored ? folder : null);
    },
    library() {
      if (isLive) return load(served);
      current ??= load(served);
      return current;
    },
    follow(db, prepare = async () => undefined) {
      if (mode === 'files') return Promise.resolve();
      const followed = last.then(() => step(db, prepare));
      last = followed.catch(() => undefined);
      return followed;
    },
  };
}

const nameOf = ({ track, lesson }: LessonRef): string => `${track}/${lesson}`;

function hasError(findings: readonly Finding[], root: string, { track, lesson }: LessonRef): boolean {
  const place = lesson === trackPage ? `${root}/${track}/${trackFile}` : `${root}/${track}/${lesson}/`;
  return findings.some((finding) => isError(finding) && finding.file.startsWith(place));
}

/** The compiled content of these texts. What has not changed comes from `memory` or the folder of what was compiled. */
export async function libraryOf(
  sources: readonly TrackSource[],
  folder: CompiledFolder,
  memory?: LessonMemory,
): Promise<Library> {
  const stored = await readContent(folder, sources);
  if (stored) return makeLibrary(stored.tracks, stored.findings);
  // Imported only now: the compiler and its grammars take memory that a server needs only after an edit.
  const { compileLibrary } = await import('./compile-library.ts');
  const { tracks, findings } = await compileLibrary(sources, folder, memory);
  await storePictures(sources.flatMap(({ lessons }) => lessons));
  return makeLibrary(tracks, findings);
}
