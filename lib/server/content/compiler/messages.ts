import type { CompiledLesson, CompiledPage } from '#lib/lesson/assemble.ts';
import type { Finding, Lesson } from '#lib/lesson/lesson.ts';
import { joinLesson, splitLesson } from '#lib/lesson/lesson-parts.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import type { GateResult } from '#lib/mastery/gate.ts';
import type { VerdictCard } from '#lib/mastery/verdict-card.ts';

/**
 * A compiled lesson as text that is sent between threads and processes, and stored: both parts are JSON of
 * `splitLesson`, and null when the lesson could not be compiled. The second holds answer keys.
 */
export interface SerializedLesson {
  readonly outline: string | null;
  readonly body: string | null;
  readonly findings: readonly Finding[];
  /** The name under which the cache has the body, so that it need not be sent. */
  readonly stored?: string;
  /** How many of its questions teach the habits of their author. */
  readonly choices?: number;
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
  /** The body of a stored lesson is checked and read now, and not at the first look at it. */
  readonly isWhole?: boolean;
}

/** Lessons that pass the gate, with those that their author's habits are learned from. */
export interface GateTask {
  readonly kind: 'gate';
  readonly lessons: readonly SerializedLesson[];
  readonly wanted: readonly GateWish[];
}

export interface GateWish {
  readonly source: LessonSource;
  /** Places in the list of lessons: its own, and those of the lessons to learn from. */
  readonly at: number;
  readonly others: readonly number[];
  /** Its number of items, for the time that it may take. */
  readonly items: number;
}

/** What the gate says about a lesson, and its card; null without a pool. */
export interface GatedLesson {
  readonly gate: GateResult;
  readonly card: VerdictCard | null;
}

export type CompileTask = (LessonTask | PageTask | GateTask) & {
  /** Where results are kept that are a part of this one. */
  readonly cache?: { readonly folder: string; readonly version: string };
};

/** What a task yields: the lesson, the page or what was wished of the gate, whichever it was for. */
export interface CompileResult {
  readonly lesson?: SerializedLesson;
  readonly page?: CompiledPage;
  readonly gated?: readonly GatedLesson[];
}

/** The outcome of a task; 'slow' and 'broken' name the file that was being compiled, or the folder of the lesson at the gate. */
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

/** The file, or the folder of a lesson at the gate, with which a task begins. */
export function firstFile(task: CompileTask): string {
  if (task.kind === 'gate') return task.wanted[0]?.source.folder ?? '';
  return task.kind === 'page' ? task.file : 'lesson.mdx';
}

/** The texts that lessons were made from. */
const texts = new WeakMap<Lesson, SerializedLesson>();

/** How many questions of a lesson teach the habits of their author, if the compiler has counted them. */
export const choicesOf = (lesson: Lesson): number | undefined => texts.get(lesson)?.choices;

export function serialize({ lesson, findings }: Omit<CompiledLesson, 'source'>): SerializedLesson {
  if (!lesson) return { outline: null, body: null, findings };
  const known = texts.get(lesson);
  if (known) return known;
  const { outline, body } = splitLesson(lesson);
  return { outline: JSON.stringify(outline), body: JSON.stringify(body), findings };
}

export function deserialize(serialized: SerializedLesson): Omit<CompiledLesson, 'source'> {
  const { outline, findings } = serialized;
  if (outline === null) return { lesson: undefined, findings };
  const lesson = joinLesson(JSON.parse(outline), () => JSON.parse(serialized.body ?? 'null'));
  texts.set(lesson, serialized);
  return { lesson, findings };
}
