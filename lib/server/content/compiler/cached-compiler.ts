import { createHash } from 'node:crypto';
import type { Finding } from '#lib/lesson/lesson.ts';
import { sourceHash } from '#lib/server/content/source-hash.ts';
import { compilerVersion } from './compiler-version.ts';
import type { EntryStore } from './entry-store.ts';
import type { CompileResult, Compiler, LessonTask, PageTask, SerializedLesson } from './messages.ts';

/** The gate's results are kept elsewhere: they depend on more than one lesson. */
type StoredTask = LessonTask | PageTask;

/** What is stored of a lesson beside its body, which is only read when it is needed. */
interface StoredHead {
  readonly outline: string | null;
  readonly findings: readonly Finding[];
  readonly choices?: number;
  /** In bytes; null without a body. */
  readonly bodyLength: number | null;
}

/** A server is never closed, and each check of a draft writes. */
export const pruneEvery = 500;

/**
 * Compiles what was not compiled before. A result is found by everything that it depends on: the texts, their names and
 * the version of the compiler. A task that was given up is tried again each time, as the machine may have been busy.
 */
export function cachedCompiler(
  compiler: Compiler,
  store: EntryStore,
  version: () => string = compilerVersion,
): Compiler {
  let written = 0;
  return {
    async compile(task) {
      const cache = { folder: store.folder, version: version() };
      if (task.kind === 'gate') return compiler.compile({ ...task, cache });
      const name = taskName(cache.version, task);
      const stored = await readResult(store, name, task);
      if (stored) return { kind: 'done', result: stored };
      const outcome = await compiler.compile({ ...task, cache });
      if (outcome.kind !== 'done') return outcome;
      await writeResult(store, name, outcome.result);
      written += 1;
      if (written % pruneEvery === 0) await store.prune();
      return { kind: 'done', result: withoutBody(store, name, task, outcome.result) };
    },
    async close() {
      await compiler.close();
      if (written > 0) await store.prune();
      written = 0;
    },
  };
}

/** The name under which the result of a task is stored. */
export function taskName(version: string, task: StoredTask): string {
  const source = task.kind === 'page' ? JSON.stringify([task.file, task.text]) : sourceHash(task.source);
  return createHash('sha256').update(`${version}\0${task.kind}\0${source}`).digest('hex').slice(0, 32);
}

async function readResult(
  store: EntryStore,
  name: string,
  task: StoredTask,
): Promise<CompileResult | undefined> {
  const text = await store.read(name);
  if (text === undefined) return undefined;
  if (task.kind === 'page') return { page: JSON.parse(text) };
  const head: StoredHead = JSON.parse(text);
  const lesson = await withBody(store, name, head, task.isWhole ?? false);
  return lesson && { lesson };
}

async function withBody(
  store: EntryStore,
  name: string,
  head: StoredHead,
  isWhole: boolean,
): Promise<SerializedLesson | undefined> {
  const { bodyLength, ...rest } = head;
  if (bodyLength === null) return { ...rest, body: null };
  if (isWhole) {
    const body = await store.read(`${name}.body`);
    return body === undefined ? undefined : { ...rest, body };
  }
  return lateBody(store, name, head);
}

/** A lesson whose body is read at the first look at it; undefined when there is no such body. */
function lateBody(
  store: EntryStore,
  name: string,
  { bodyLength, ...rest }: StoredHead,
): SerializedLesson | undefined {
  const bodyName = `${name}.body`;
  if (bodyLength === null || !store.has(bodyName, bodyLength)) return undefined;
  return {
    ...rest,
    stored: bodyName,
    get body() {
      const body = store.readNow(bodyName);
      if (body === undefined)
        throw new Error('The cache of compiled lessons was changed meanwhile. Run the command again.');
      return body;
    },
  };
}

/** The same result; a body that was stored and may not be needed is not kept in memory. */
function withoutBody(
  store: EntryStore,
  name: string,
  task: StoredTask,
  { lesson, ...rest }: CompileResult,
): CompileResult {
  if (!lesson?.body || task.kind === 'page' || task.isWhole) return lesson ? { ...rest, lesson } : rest;
  const { body, ...head } = lesson;
  return { lesson: lateBody(store, name, { ...head, bodyLength: Buffer.byteLength(body) }) ?? lesson };
}

/** The head comes last: without it, a body is not looked for. */
async function writeResult(store: EntryStore, name: string, { page, lesson }: CompileResult): Promise<void> {
  if (page) return store.write(name, JSON.stringify(page));
  if (!lesson) return;
  const { body, stored: _stored, ...rest } = lesson;
  if (body !== null) await store.write(`${name}.body`, body);
  const head: StoredHead = { ...rest, bodyLength: body === null ? null : Buffer.byteLength(body) };
  await store.write(name, JSON.stringify(head));
}
