import { assemble, type CompiledLesson, type Content } from '#lib/lesson/compile-content.ts';
import { type CompileTools, compileLesson } from '#lib/lesson/compile-lesson.ts';
import { createHighlight, type Highlight } from '#lib/lesson/highlight.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { LessonSource, TrackSource } from '#lib/lesson/source.ts';
import type { CompiledFolder } from './compiled-files.ts';
import { sha256 } from './read-content.ts';
import { lessonName, readLesson, writeContent, writeLesson } from './stored-library.ts';

/** Lessons compiled by this process, by the names of their files. */
export type LessonMemory = Map<string, CompiledLesson>;

let highlight: Promise<Highlight> | undefined;

/** Compiles tracks and stores them in the folder. Lessons that have not changed come from `memory` or the folder. */
export async function compileLibrary(
  sources: readonly TrackSource[],
  folder: CompiledFolder,
  memory?: LessonMemory,
): Promise<Content> {
  highlight ??= createHighlight();
  const tools: CompileTools = { highlight: await highlight, hash: sha256 };
  const names = new Map<Lesson, string>();
  const parts = [];
  for (const source of sources) {
    const lessons: CompiledLesson[] = [];
    for (const one of source.lessons) {
      const name = lessonName(one);
      const result = memory?.get(name) ?? (await compiled(one, tools, folder));
      memory?.set(name, result);
      if (result.lesson) names.set(result.lesson, name);
      lessons.push(result);
    }
    parts.push({ source, lessons });
  }
  const content = assemble(parts, tools);
  await writeContent(folder, sources, content, names);
  return content;
}

async function compiled(
  source: LessonSource,
  tools: CompileTools,
  folder: CompiledFolder,
): Promise<CompiledLesson> {
  const name = lessonName(source);
  const stored = await readLesson(folder, name);
  if (stored) return { source, ...stored };
  const result = { source, ...compileLesson(source, tools) };
  await writeLesson(folder, name, result);
  return result;
}
