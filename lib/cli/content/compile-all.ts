import { assemble, type CompiledLesson, type Content, pageFile } from '#lib/lesson/assemble.ts';
import type { LessonSource, TrackSource } from '#lib/lesson/source.ts';
import { gated, type LessonGate } from '#lib/mastery/gated-content.ts';
import { gateAhead } from '#lib/server/content/compiler/gate-ahead.ts';
import { guardedLesson, guardedPage } from '#lib/server/content/compiler/guarded.ts';
import { keepGates } from '#lib/server/content/compiler/keep-gates.ts';
import type { KeptResults } from '#lib/server/content/compiler/kept-results.ts';
import type { Compiler } from '#lib/server/content/compiler/messages.ts';
import { processCompiler } from '#lib/server/content/compiler/process-compiler.ts';

export interface CompiledContent extends Content {
  readonly lessons: readonly CompiledLesson[];
  /** What the gate says about each lesson that could be compiled. */
  readonly gates: ReadonlyMap<LessonSource, LessonGate>;
}

/** Lessons compiled by this process. */
export type CompiledLessons = WeakMap<LessonSource, CompiledLesson>;

export interface CompileAllOptions {
  readonly compiler?: Compiler;
  /** Where sources that were read before have their result from. */
  readonly known?: CompiledLessons;
  /** Where results of the gate are kept. */
  readonly kept?: KeptResults;
}

/** Compiles every lesson with the limits for each file, then assembles the tracks in this process. */
export async function compileAll(
  sources: readonly TrackSource[],
  progress: (step: string) => void,
  { compiler = processCompiler(), known, kept }: CompileAllOptions = {},
): Promise<CompiledContent> {
  const parts = await compileTracks(sources, progress, { compiler, ...(known ? { known } : {}) });
  progress('questions');
  const all = parts.flatMap(({ lessons }) => lessons);
  if (kept) await gateAhead(all, compiler, kept);
  const { tracks, gates } = gated(parts, kept && keepGates(kept));
  return { ...assemble(tracks), lessons: tracks.flatMap(({ lessons }) => lessons), gates };
}

/** The same without the gate, for what looks at items and not at what can be guessed. */
export async function compileUngated(sources: readonly TrackSource[]): Promise<Content> {
  return assemble(await compileTracks(sources, () => undefined, { compiler: processCompiler() }));
}

function compileTracks(
  sources: readonly TrackSource[],
  progress: (step: string) => void,
  { compiler, known }: { readonly compiler: Compiler; readonly known?: CompiledLessons },
) {
  return Promise.all(
    sources.map(async (source) => {
      const page =
        source.page === undefined ? undefined : await guardedPage(pageFile(source), source.page, compiler);
      const lessons = await Promise.all(
        source.lessons.map(async (lesson) => {
          const before = known?.get(lesson);
          if (before) return before;
          const compiled = await guardedLesson(lesson, compiler, false);
          known?.set(lesson, compiled);
          progress(`${source.slug}/${lesson.slug}`);
          return compiled;
        }),
      );
      return { source, page, lessons };
    }),
  );
}
