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

/** Compiles a folder of tracks, taking from the cache every lesson whose files have not changed. */
export async function loadLibrary(
  dir: string,
  cache: LessonCache,
  known?: Map<string, CompiledLesson>,
): Promise<Library> {
  highlight ??= createHighlight();
  const tools: CompileTools = { highlight: await highlight, hash: sha256 };
  const sources = await readTracks(dir);
  const parts = [];
  for (const source of sources) {
    const lessons: CompiledLesson[] = [];
    for (const lesson of source.lessons) lessons.push(await compiled(lesson, tools, cache, known));
    parts.push({ source, lessons });
  }
  const { tracks, findings } = assemble(parts, tools);
  return makeLibrary(tracks, findings);
}

async function compiled(
  source: LessonSource,
  tools: CompileTools,
  cache: LessonCache,
  known: Map<string, CompiledLesson> | undefined,
): Promise<CompiledLesson> {
  const name = sha256(`${source.track}/${source.slug}\0${[...source.files].flat().join('\0')}`);
  const kept = known?.get(name);
  if (kept) return kept;
  const file = cache && join(cache, `${name.slice(0, 32)}.json`);
  const stored = file ? await readCompiled(file) : undefined;
  const result: CompiledLesson = stored ? { source, ...stored } : { source, ...compileLesson(source, tools) };
  if (file && !stored && result.lesson) await writeCompiled(file, result);
  known?.set(name, result);
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

/** The one place that writes keys anywhere: into a folder only the server reads. */
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
 * Compiled lessons are part of the build: the build empties its folder and compiles them, a start finds them there.
 * Only the server reads this folder; nothing in it is ever served.
 */
export const compiledLessons = (): string =>
  join(/* turbopackIgnore: true */ process.cwd(), '.next', 'compiled');

const place = Symbol.for('surefoot.library');

/**
 * All content of this process. Development looks again at each call and compiles what has changed; production takes
 * what the build compiled.
 */
export function contentLibrary(): Promise<Library> {
  const load: (() => Promise<Library>) | undefined = Reflect.get(globalThis, place);
  if (load) return load();
  const made = makeLoader();
  Reflect.set(globalThis, place, made);
  return made();
}

function makeLoader(): () => Promise<Library> {
  const { contentDir } = env();
  if (process.env.NODE_ENV !== 'production') {
    const known = new Map<string, CompiledLesson>();
    return () => loadLibrary(contentDir, null, known);
  }
  let once: Promise<Library> | undefined;
  return () => {
    once ??= loadLibrary(contentDir, compiledLessons());
    return once;
  };
}
