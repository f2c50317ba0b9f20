import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import { lockFile, lockText } from '#lib/lesson/proof-lock.ts';
import { readVariantLock } from '#lib/lesson/variants/variant-lock.ts';
import { proveLesson } from '#lib/server/proofs/item-findings.ts';
import type { TrialRunner } from '#lib/server/sandbox/trial-runner.ts';

/** Writes the lock file of a lesson if it differs from what is proven now; returns a message if so. */
export async function writeLock(compiled: CompiledLesson, runner: TrialRunner): Promise<string[]> {
  const { source, lesson } = compiled;
  // A lesson that does not compile shows nothing: its lock file stays.
  if (!lesson) return [];
  const { locked } = await proveLesson(compiled, runner);
  const count = new Set(Object.keys(locked).map((name) => name.split('#')[0])).size;
  const variants = readVariantLock(source.proofs);
  const isEmpty = count === 0 && Object.keys(variants).length === 0;
  const text = isEmpty ? undefined : lockText(locked, variants);
  if (text === source.proofs) return [];
  const file = join(source.folder, lockFile);
  if (text === undefined) await rm(file, { force: true });
  else await writeFile(file, text);
  return [`${file} ${count} ${count === 1 ? 'key' : 'keys'} proven by running`];
}
