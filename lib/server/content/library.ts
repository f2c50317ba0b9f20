import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecretItem } from '#lib/item/registry.ts';
import { assemble, type CompiledLesson } from '#lib/lesson/compile-content.ts';
import { type CompileTools, compileLesson } from '#lib/lesson/compile-lesson.ts';
import { createHighlight, type Highlight } from '#lib/lesson/highlight.ts';
import type { Finding, Lesson } from '#lib/lesson/lesson.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { Secret } from '#lib/secret.ts';
import { env } from '#lib/server/host/env.ts';
import { readTracks, sha256 } from './read-content.ts';

/** A folder for compiled lessons; null keeps them in memory only. */
export type LessonCache = string | null;

let highlight: Promise<Highlight> | undefined;

/** Compiles a folder of tracks. Lessons whose files have not changed come from `memory` or the cache. */
export async function loadLibrary(
  dir: string,
  cache: LessonCache,
  memory?: Map<string, CompiledLesson>,
): Promise<Library> {
  highlight ??= createHighlight();
  const tools: CompileTools = { highlight: await highlight, hash: sha256 };
  const sources = await readTracks(dir);
  const parts = [];
  for (const source of sources) {
    const lessons: CompiledLesson[] = [];
    for (const lesson of source.lessons) lessons.push(await compiled(lesson, tools, cache, memory));
    parts.push({ source, lessons });
  }
  const { tracks, findings } = assemble(parts, tools);
  return makeLibrary(tracks, findings);
}

async function compiled(
  source: LessonSource,
  tools: CompileTools,
  cache: LessonCache,
  memory: Map<string, CompiledLesson> | undefined,
): Promise<CompiledLesson> {
  const name = sha256(`${source.track}/${source.slug}\0${[...source.files].flat().join('\0')}`);
  const inMemory = memory?.get(name);
  if (inMemory) return inMemory;
  const file = cache && join(cache, `${name.slice(0, 32)}.json`);
  const stored = file ? await readCompiled(file) : undefined;
  const result: CompiledLesson = stored ? { source, ...stored } : { source, ...compileLesson(source, tools) };
  if (file && !stored && result.lesson) await writeCompiled(file, result);
  memory?.set(name, result);
  return result;
}

type Stored = { lesson: Lesson; findings: readonly Finding[] };
type Written = { lesson: Omit<Lesson, 'secrets'>; secrets: [string, SecretItem][]; findings: Finding[] };

async function readCompiled(file: string): Promise<Stored | undefined> {
  if (!existsSync(file)) return undefined;
  const { lesson, secrets, findings }: Written = JSON.parse(await readFile(file, 'utf8'));
  return {
    lesson: { ...lesson, secrets: new Map(secrets.map(([id, secret]) => [id, new Secret(secret)])) },
    findings,
  };
}

/** Writes answer keys, which nothing else does, into a folder that only the server reads. */
async function writeCompiled(file: string, { lesson, findings }: CompiledLesson): Promise<void> {
  if (!lesson) return;
  const { secrets, ...rest } = lesson;
  const written: Written = {
    lesson: rest,
    secrets: [...secrets].map(([id, secret]) => [id, secret.open()]),
    findings: [...findings],
  };
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(written), { mode: 0o600 });
  await rename(draft, file);
}

/**
 * The folder of compiled lessons. Each build empties and fills it; a start reads it. Nothing in it is ever served.
 */
export const compiledLessons = (): string =>
  join(/* turbopackIgnore: true */ process.cwd(), '.next', 'compiled');

const globalName = Symbol.for('surefoot.library');

/**
 * All content of this process. Development reads the files at each call and compiles what has changed; production uses
 * what the build compiled.
 */
export function contentLibrary(): Promise<Library> {
  const load: (() => Promise<Library>) | undefined = Reflect.get(globalThis, globalName);
  if (load) return load();
  const made = makeLoader();
  Reflect.set(globalThis, globalName, made);
  return made();
}

function makeLoader(): () => Promise<Library> {
  const { contentDir } = env();
  if (process.env.NODE_ENV !== 'production') {
    const memory = new Map<string, CompiledLesson>();
    return () => loadLibrary(contentDir, null, memory);
  }
  let once: Promise<Library> | undefined;
  return () => {
    once ??= loadLibrary(contentDir, compiledLessons());
    return once;
  };
}
