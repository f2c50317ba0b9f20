import type { SecretItem } from '#lib/item/registry.ts';
import type { CompiledLesson } from '#lib/lesson/compile-content.ts';
import type { Finding, Lesson } from '#lib/lesson/lesson.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { Secret } from '#lib/secret.ts';

/** A compiled lesson in a form that can be sent between threads: a `Secret` refuses to be serialised. */
export interface SerializedLesson {
  readonly lesson: Omit<Lesson, 'secrets'> | undefined;
  readonly secrets: readonly (readonly [string, SecretItem])[];
  readonly findings: readonly Finding[];
}

/** A task for the compiling thread. */
export type WorkerTask =
  | { readonly kind: 'lesson'; readonly source: LessonSource }
  | { readonly kind: 'page'; readonly file: string; readonly text: string };

/** A message from the compiling thread: it is ready, it starts a file, or the task is done. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'done'; readonly result: SerializedLesson };

export function serialize({ lesson, findings }: Omit<CompiledLesson, 'source'>): SerializedLesson {
  if (!lesson) return { lesson, secrets: [], findings };
  const { secrets, ...open } = lesson;
  return { lesson: open, secrets: [...secrets].map(([id, secret]) => [id, secret.open()]), findings };
}

export function deserialize({ lesson, secrets, findings }: SerializedLesson): Omit<CompiledLesson, 'source'> {
  const sealed = new Map(secrets.map(([id, secret]) => [id, new Secret(secret)]));
  return { lesson: lesson && { ...lesson, secrets: sealed }, findings };
}
