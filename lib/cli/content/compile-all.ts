import { assemble, type CompiledLesson, type Content, pageFile } from '#lib/lesson/compile-content.ts';
import type { TrackSource } from '#lib/lesson/source.ts';
import { compileThread } from '#lib/server/content/compiler/compile-thread.ts';
import { guardedLesson, guardedPage } from '#lib/server/content/compiler/guarded.ts';
import type { Compiler } from '#lib/server/content/compiler/messages.ts';

export interface CompiledContent extends Content {
  readonly lessons: readonly CompiledLesson[];
}

/** Compiles every lesson in a worker thread with a time limit per file, then assembles the tracks in this thread. */
export async function compileAll(
  sources: readonly TrackSource[],
  progress: (step: string) => void,
  compiler: Compiler = compileThread(),
): Promise<CompiledContent> {
  const parts = [];
  for (const source of sources) {
    const page =
      source.page === undefined ? undefined : await guardedPage(pageFile(source), source.page, compiler);
    const lessons: CompiledLesson[] = [];
    for (const lesson of source.lessons) {
      progress(`${source.slug}/${lesson.slug}`);
      lessons.push(await guardedLesson(lesson, compiler));
    }
    parts.push({ source, page, lessons });
  }
  await compiler.close();
  return { ...assemble(parts), lessons: parts.flatMap(({ lessons }) => lessons) };
}
