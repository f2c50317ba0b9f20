import { assemble, type CompiledPage, type Content, pageFile } from './assemble.ts';
import type { CompileTools } from './compile-activity.ts';
import { compileFile } from './compile-file.ts';
import { compileLesson } from './compile-lesson.ts';
import { oneForEachCause, withoutConsequences } from './one-cause.ts';
import { parseFile } from './parse.ts';
import type { TrackSource } from './source.ts';

/** Everything an author has written, compiled and cross-checked. Lessons with errors are left out of the tracks. */
export function compileContent(sources: readonly TrackSource[], tools: CompileTools): Content {
  return assemble(
    sources.map((source) => ({
      source,
      page:
        source.page === undefined
          ? undefined
          : compilePage(pageFile(source), source.page, tools, source.slug),
      lessons: source.lessons.map((lesson) => ({ source: lesson, ...compileLesson(lesson, tools) })),
    })),
  );
}

/** Compiles a page. `track` is the folder that it stands in, for links to the files of lessons; the handbook has none. */
export function compilePage(file: string, text: string, tools: CompileTools, track?: string): CompiledPage {
  const parsed = parseFile(file, text);
  const place = track === undefined ? {} : { place: { track, lesson: undefined } };
  const { body, findings } = compileFile(file, parsed.tree, { highlight: tools.highlight, ...place }, null);
  return {
    frontMatter: parsed.frontMatter,
    body,
    findings: oneForEachCause(withoutConsequences(parsed.findings, findings)),
  };
}
