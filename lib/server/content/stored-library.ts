import type { Content } from '#lib/lesson/assemble.ts';
import type { Finding, Lesson, Track } from '#lib/lesson/lesson.ts';
import { joinLesson, type LessonBody, type LessonOutline } from '#lib/lesson/lesson-parts.ts';
import type { LessonSource, TrackSource } from '#lib/lesson/source.ts';
import {
  type CompiledFolder,
  compiledName,
  hasCompiled,
  readCompiled,
  readCompiledNow,
  writeCompiled,
  writeCompiledText,
} from './compiled-files.ts';
import type { SerializedLesson } from './compiler/messages.ts';
import { sourceHash } from './source-hash.ts';

/** The first file of a lesson; its body, which holds the answer keys, is a second one and read when it is needed. */
interface WrittenLesson {
  readonly outline: LessonOutline;
  readonly findings: readonly Finding[];
}

interface WrittenContent {
  /** Lessons by the names of their own files. */
  readonly tracks: readonly (Omit<Track, 'lessons'> & { readonly lessons: readonly string[] })[];
  readonly findings: readonly Finding[];
}

export const lessonName = (source: LessonSource): string => compiledName('lesson', sourceHash(source));

const bodyName = (name: string): string => name.replace(/\.json$/, '.body.json');

/** Findings name folders and files, and faults in the encoding are not part of the text, so all of it counts. */
function contentName(sources: readonly TrackSource[]): string {
  const ofLesson = (lesson: LessonSource) => ({ ...lesson, files: lessonName(lesson) });
  return compiledName(
    'content',
    JSON.stringify(sources.map((source) => ({ ...source, lessons: source.lessons.map(ofLesson) }))),
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
  if (text === undefined || !hasCompiled(folder, bodyName(name))) return undefined;
  const { outline, findings }: WrittenLesson = JSON.parse(text);
  return { lesson: joinLesson(outline, () => readBody(folder, name)), findings };
}

function readBody(folder: CompiledFolder, name: string): LessonBody {
  return JSON.parse(readCompiledNow(folder, bodyName(name)));
}

/** Writes answer keys, which nothing else does. A lesson that could not be compiled is not written. */
export async function writeLesson(
  folder: CompiledFolder,
  name: string,
  { outline, body, findings }: SerializedLesson,
): Promise<void> {
  if (outline === null || body === null) return;
  await writeCompiledText(folder, bodyName(name), body);
  await writeCompiledText(folder, name, `{"outline":${outline},"findings":${JSON.stringify(findings)}}`);
}
