import { assemble, type CompiledLesson, pageFile } from '#lib/lesson/assemble.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { LessonSource, TrackSource } from '#lib/lesson/source.ts';
import { gated } from '#lib/mastery/gated-content.ts';
import type { CompiledFolder } from './compiled-files.ts';
import { gateAhead } from './compiler/gate-ahead.ts';
import { guardedOnce, guardedPage, guardedText } from './compiler/guarded.ts';
import { keepGates } from './compiler/keep-gates.ts';
import { processResults } from './compiler/kept-results.ts';
import { deserialize } from './compiler/messages.ts';
import { processCompiler } from './compiler/process-compiler.ts';
import type { CompiledContent } from './content-store.ts';
import { lessonName, readLesson, writeContent, writeLesson } from './stored-library.ts';

/** Lessons compiled by this process, by the names of their files. */
export type LessonMemory = Map<string, CompiledLesson>;

/** Compiles tracks and stores them in the folder. Lessons that have not changed come from `memory` or the folder. */
export async function compileLibrary(
  sources: readonly TrackSource[],
  folder: CompiledFolder,
  memory?: LessonMemory,
): Promise<CompiledContent> {
  const names = new Map<Lesson, string>();
  const lessonOf = async (one: LessonSource): Promise<CompiledLesson> => {
    const name = lessonName(one);
    const result = memory?.get(name) ?? (await compiled(one, folder, memory !== undefined));
    memory?.set(name, result);
    if (result.lesson) names.set(result.lesson, name);
    return result;
  };
  const parts = await Promise.all(
    sources.map(async (source) => ({
      source,
      page:
        source.page === undefined
          ? undefined
          : await guardedPage(pageFile(source), source.page, processCompiler()),
      lessons: await Promise.all(source.lessons.map(lessonOf)),
    })),
  );
  const kept = processResults();
  await gateAhead(
    parts.flatMap(({ lessons }) => lessons),
    processCompiler(),
    kept,
  );
  const content = assemble(gated(parts, keepGates(kept)).tracks);
  await writeContent(folder, sources, content, names);
  return { ...content, lessons: parts.flatMap(({ lessons }) => lessons) };
}

/** Compiles one lesson, and nothing more of it once a file takes too long. */
export const compileOnce = (source: LessonSource): Promise<CompiledLesson> =>
  guardedOnce(source, processCompiler());

/** With a folder, the result reads its texts from there. Without one they must outlast the cache if they are kept. */
async function compiled(
  source: LessonSource,
  folder: CompiledFolder,
  isKept: boolean,
): Promise<CompiledLesson> {
  const name = lessonName(source);
  const stored = await readLesson(folder, name);
  if (stored) return { source, ...stored };
  const result = await guardedText(source, processCompiler(), isKept || folder !== null);
  await writeLesson(folder, name, result);
  return { source, ...((await readLesson(folder, name)) ?? deserialize(result)) };
}
