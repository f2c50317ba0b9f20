import type { SecretItem } from '#lib/item/registry.ts';
import type { CompiledLesson, Content } from '#lib/lesson/compile-content.ts';
import type { Finding, Lesson, Track } from '#lib/lesson/lesson.ts';
import type { LessonSource, TrackSource } from '#lib/lesson/source.ts';
import { Secret } from '#lib/secret.ts';
import { type CompiledFolder, compiledName, readCompiled, writeCompiled } from './compiled-files.ts';

interface WrittenLesson {
  readonly lesson: Omit<Lesson, 'secrets'>;
  readonly secrets: readonly (readonly [string, SecretItem])[];
  readonly findings: readonly Finding[];
}

interface WrittenContent {
  /** Lessons by the names of their own files. */
  readonly tracks: readonly (Omit<Track, 'lessons'> & { readonly lessons: readonly string[] })[];
  readonly findings: readonly Finding[];
}

export const lessonName = ({ track, slug, files }: LessonSource): string =>
  compiledName(`${track}/${slug}`, ...[...files].flat());

/** Findings name folders and files, and faults in the encoding are not part of the text, so all of it counts. */
function contentName(sources: readonly TrackSource[]): string {
  const lessons = (own: readonly LessonSource[]) =>
    own.map((lesson) => ({ ...lesson, files: [...lesson.files] }));
  return compiledName(
    'content',
    JSON.stringify(sources.map((source) => ({ ...source, lessons: lessons(source.lessons) }))),
  );
}

/** The content of these sources; undefined unless all of it was compiled before. */
export async function readContent(
  folder: CompiledFolder,
  sources: readonly TrackSource[],
): Promise<Content | undefined> {
  if (folder === null) return undefined;
  const text = await readCompiled(folder, contentName(sources));
  if (text === undefined) return undefined;
  const written: WrittenContent = JSON.parse(text);
  const tracks: Track[] = [];
  for (const track of written.tracks) {
    const stored = await Promise.all(track.lessons.map((name) => readLesson(folder, name)));
    const lessons = stored.flatMap((one) => (one ? [one.lesson] : []));
    if (lessons.length < stored.length) return undefined;
    tracks.push({ ...track, lessons });
  }
  return { tracks, findings: written.findings };
}

/** @param names the names of the files of the lessons */
export function writeContent(
  folder: CompiledFolder,
  sources: readonly TrackSource[],
  { tracks, findings }: Content,
  names: ReadonlyMap<Lesson, string>,
): Promise<void> {
  const written: WrittenContent = {
    tracks: tracks.map((track) => ({
      ...track,
      lessons: track.lessons.flatMap((lesson) => names.get(lesson) ?? []),
    })),
    findings,
  };
  return writeCompiled(folder, contentName(sources), written);
}

export async function readLesson(
  folder: CompiledFolder,
  name: string,
): Promise<{ lesson: Lesson; findings: readonly Finding[] } | undefined> {
  const text = await readCompiled(folder, name);
  if (text === undefined) return undefined;
  const { lesson, secrets, findings }: WrittenLesson = JSON.parse(text);
  return {
    lesson: { ...lesson, secrets: new Map(secrets.map(([id, secret]) => [id, new Secret(secret)])) },
    findings,
  };
}

/** Writes answer keys, which nothing else does. A lesson that could not be compiled is not written. */
export async function writeLesson(
  folder: CompiledFolder,
  name: string,
  compiled: CompiledLesson,
): Promise<void> {
  if (!compiled.lesson) return;
  const { secrets, ...lesson } = compiled.lesson;
  const written: WrittenLesson = {
    lesson,
    secrets: [...secrets].map(([id, secret]) => [id, secret.open()]),
    findings: compiled.findings,
  };
  await writeCompiled(folder, name, written);
}
