import type { CompiledLesson, CompiledPage } from '#lib/lesson/assemble.ts';
import { frontMatterOf } from '#lib/lesson/front-matter-text.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { type Compiler, deserialize, type SerializedLesson } from './messages.ts';

/** Compiles a lesson; see `guardedText`. */
export async function guardedLesson(
  source: LessonSource,
  compiler: Compiler,
  isWhole = true,
): Promise<CompiledLesson> {
  return { source, ...deserialize(await guardedText(source, compiler, isWhole)) };
}

/**
 * Compiles a lesson to text that can be stored. A file that takes too long is reported and left out, so that mistakes in
 * others are still found.
 * @param isWhole a stored lesson is read completely, so that it does not need the cache afterwards
 */
export async function guardedText(
  source: LessonSource,
  compiler: Compiler,
  isWhole = true,
): Promise<SerializedLesson> {
  const outcome = await compiler.compile({ kind: 'lesson', source, isWhole });
  if (outcome.kind === 'done') return resultOf(outcome.result.lesson);
  const finding = refused(`${source.folder}/${outcome.file}`, outcome.kind);
  const files = new Map(source.files);
  if (!files.delete(outcome.file) || outcome.file === 'lesson.mdx')
    return { outline: null, body: null, findings: [finding] };
  const rest = await guardedText({ ...source, files }, compiler);
  return { ...rest, findings: [finding, ...rest.findings] };
}

/** Compiles a lesson of somebody who is not trusted yet: the first file that takes too long is all that is reported. */
export async function guardedOnce(source: LessonSource, compiler: Compiler): Promise<CompiledLesson> {
  const outcome = await compiler.compile({ kind: 'lesson', source });
  return outcome.kind === 'done'
    ? { source, ...deserialize(resultOf(outcome.result.lesson)) }
    : { source, lesson: undefined, findings: [refused(`${source.folder}/${outcome.file}`, outcome.kind)] };
}

/** Compiles a page. One that takes too long keeps its front matter, so that its lessons are still found. */
export async function guardedPage(file: string, text: string, compiler: Compiler): Promise<CompiledPage> {
  const outcome = await compiler.compile({ kind: 'page', file, text });
  if (outcome.kind === 'done') return resultOf(outcome.result.page);
  return { frontMatter: frontMatterOf(text), body: [], findings: [refused(file, outcome.kind)] };
}

function resultOf<T>(result: T | undefined): T {
  if (result === undefined) throw new Error('The compiler answered another task');
  return result;
}

export const refusals = { slow: 'too-slow', broken: 'compiler' } as const;

/** Whether a finding of this rule says that the compiler gave the file up. */
export const isRefusal = (rule: string): boolean => Object.values<string>(refusals).includes(rule);

function refused(file: string, kind: 'slow' | 'broken'): Finding {
  const message =
    kind === 'slow'
      ? 'This file takes longer than two seconds to compile. Split it, or remove what is nested or repeated most.'
      : 'The compiler crashed on this file, which is a bug in Surefoot. Remove what you wrote last, and please report it.';
  return {
    file,
    line: 1,
    column: 1,
    severity: 'error',
    rule: refusals[kind],
    message,
  };
}
