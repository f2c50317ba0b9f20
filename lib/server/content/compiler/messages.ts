import type { SecretItem } from '#lib/item/registry.ts';
import type { CompiledLesson, CompiledPage } from '#lib/lesson/compile-content.ts';
import type { Finding, Lesson } from '#lib/lesson/lesson.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { Secret } from '#lib/secret.ts';

/** A compiled lesson in a form that can be sent between threads and processes: a `Secret` refuses to be serialised. */
export interface SerializedLesson {
  readonly lesson: Omit<Lesson, 'secrets'> | undefined;
  readonly secrets: readonly (readonly [string, SecretItem])[];
  readonly findings: readonly Finding[];
}

/** A page of a track or of the handbook. */
export interface PageTask {
  readonly kind: 'page';
  readonly file: string;
  readonly text: string;
}

export interface LessonTask {
  readonly kind: 'lesson';
  readonly source: LessonSource;
}

export type CompileTask = LessonTask | PageTask;

/** What a task yields: the lesson or the page, whichever it was for. */
export interface CompileResult {
  readonly lesson?: SerializedLesson;
  readonly page?: CompiledPage;
}

/** The outcome of a task; 'slow' and 'broken' name the file that was being compiled. */
export type CompileOutcome =
  | { readonly kind: 'done'; readonly result: CompileResult }
  | { readonly kind: 'slow' | 'broken'; readonly file: string };

/** Compiles one task at a time, within limits of time and memory. */
export interface Compiler {
  compile(task: CompileTask): Promise<CompileOutcome>;
  close(): Promise<void>;
}

/** A message from the compiling thread: it is ready, it starts a file, or the task is done. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'done'; readonly result: CompileResult };

/** The file with which a task begins. */
export const firstFile = (task: CompileTask): string => (task.kind === 'page' ? task.file : 'lesson.mdx');

export function serialize({ lesson, findings }: Omit<CompiledLesson, 'source'>): SerializedLesson {
  if (!lesson) return { lesson, secrets: [], findings };
  const { secrets, ...open } = lesson;
  return { lesson: open, secrets: [...secrets].map(([id, secret]) => [id, secret.open()]), findings };
}

export function deserialize({ lesson, secrets, findings }: SerializedLesson): Omit<CompiledLesson, 'source'> {
  const sealed = new Map(secrets.map(([id, secret]) => [id, new Secret(secret)]));
  return { lesson: lesson && { ...lesson, secrets: sealed }, findings };
}
