import { assemble, type CompiledLesson, type Content } from '#lib/lesson/compile-content.ts';
import type { Highlight } from '#lib/lesson/highlight.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import type { LessonSource, TrackSource } from '#lib/lesson/source.ts';
import { sha256 } from '#lib/server/content/read-content.ts';
import { type CompileThread, compileThread } from './compile-thread.ts';
import { deserialize } from './worker-messages.ts';

export interface CompiledContent extends Content {
  readonly lessons: readonly CompiledLesson[];
}

const plain: Highlight = (code) => [{ type: 'text', value: code }];

/** Compiles every lesson in a worker thread with a time limit per file, then assembles the tracks in this thread. */
export async function compileAll(
  sources: readonly TrackSource[],
  progress: (step: string) => void,
  thread: CompileThread = compileThread(),
): Promise<CompiledContent> {
  const parts = [];
  const slow: Finding[] = [];
  for (const source of sources) {
    const page = await checkedPage(source, thread);
    if (page) slow.push(page);
    const lessons: CompiledLesson[] = [];
    for (const lesson of source.lessons) {
      progress(`${source.slug}/${lesson.slug}`);
      lessons.push(await compiled(lesson, thread));
    }
    parts.push({ source: page ? { ...source, page: frontMatterOnly(source.page ?? '') } : source, lessons });
  }
  await thread.close();
  const { tracks, findings } = assemble(parts, { highlight: plain, hash: sha256 });
  return { tracks, findings: [...findings, ...slow], lessons: parts.flatMap(({ lessons }) => lessons) };
}

/** Compiles a lesson. A file that takes too long is reported and left out, so that mistakes in others are still found. */
async function compiled(source: LessonSource, thread: CompileThread): Promise<CompiledLesson> {
  const outcome = await thread.compile({ kind: 'lesson', source });
  if (outcome.kind === 'done') return { source, ...deserialize(outcome.result) };
  const finding = refused(`${source.folder}/${outcome.file}`, outcome.kind);
  const files = new Map(source.files);
  if (!files.delete(outcome.file) || outcome.file === 'lesson.mdx')
    return { source, lesson: undefined, findings: [finding] };
  const rest = await compiled({ ...source, files }, thread);
  return { ...rest, source, findings: [finding, ...rest.findings] };
}

async function checkedPage(
  { folder, page }: TrackSource,
  thread: CompileThread,
): Promise<Finding | undefined> {
  if (page === undefined) return undefined;
  const file = `${folder}/track.mdx`;
  const outcome = await thread.compile({ kind: 'page', file, text: page });
  return outcome.kind === 'done' ? undefined : refused(file, outcome.kind);
}

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
    rule: kind === 'slow' ? 'too-slow' : 'compiler',
    message,
  };
}

function frontMatterOnly(page: string): string {
  return /^---\n[\s\S]*?\n---\n/.exec(page.replaceAll('\r\n', '\n'))?.[0] ?? '';
}
