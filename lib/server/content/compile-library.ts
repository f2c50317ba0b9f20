import { assemble, type CompiledLesson, type Content, pageFile } from '#lib/lesson/compile-content.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { LessonSource, TrackSource } from '#lib/lesson/source.ts';
import type { CompiledFolder } from './compiled-files.ts';
import { processCompiler } from './compiler/compile-process.ts';
import { guardedLesson, guardedPage } from './compiler/guarded.ts';
import { lessonName, readLesson, writeContent, writeLesson } from './stored-library.ts';

/** Lessons compiled by this process, by the names of their files. */
export type LessonMemory = Map<string, CompiledLesson>;

/** Compiles tracks and stores them in the folder. Lessons that have not changed come from `memory` or the folder. */
export async function compileLibrary(
  sources: readonly TrackSource[],
  folder: CompiledFolder,
  memory?: LessonMemory,
): Promise<Content> {
  const names = new Map<Lesson, string>();
  const parts = [];
  for (const source of sources) {
    const lessons: CompiledLesson[] = [];
    for (const one of source.lessons) {
      const name = lessonName(one);
      const result = memory?.get(name) ?? (await compiled(one, folder));
      memory?.set(name, result);
      if (result.lesson) names.set(result.lesson, name);
      lessons.push(result);
    }
    const page =
      source.page === undefined
        ? undefined
        : await guardedPage(pageFile(source), source.page, processCompiler());
    parts.push({ source, page, lessons });
  }
  const content = assemble(parts);
  await writeContent(folder, sources, content, names);
  return content;
}

async function compiled(source: LessonSource, folder: CompiledFolder): Promise<CompiledLesson> {
  const name = lessonName(source);
  const stored = await readLesson(folder, name);
  if (stored) return { source, ...stored };
  const result = await guardedLesson(source, processCompiler());
  await writeLesson(folder, name, result);
  return result;
}
