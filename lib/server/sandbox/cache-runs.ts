import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { interpreters } from '#lib/interpreter/interpreters.mjs';
import type { Run, RunOutcome } from '#lib/item/run.ts';
import type { Sandbox } from './sandbox.ts';

/** The folder of cached runs, in the cache folder that builds keep. */
export const runCacheFolder = (): string => join(process.cwd(), '.next', 'cache', 'surefoot-runs');

/**
 * A sandbox that runs each program once and caches the outcome: for a demo with hundreds of equal answers, and for
 * authors' checks. With a folder the cache outlives the process. A run that was stopped by a limit is not stored in the
 * folder, as the machine may have been busy.
 */
export function cacheRuns(sandbox: Sandbox, folder: string | null = null): Sandbox {
  const outcomes = new Map<string, Promise<RunOutcome>>();
  return {
    run(run, userId, groupId) {
      const name = hashOf(run);
      const cached = outcomes.get(name);
      if (cached) return cached;
      const outcome = runOrRead(
        () => sandbox.run(run, userId, groupId),
        folder && join(folder, `${name}.json`),
      );
      outcomes.set(name, outcome);
      return outcome;
    },
  };
}

async function runOrRead(execute: () => Promise<RunOutcome>, file: string | null): Promise<RunOutcome> {
  const stored = file ? await read(file) : undefined;
  if (stored) return stored;
  const outcome = await execute();
  if (file && outcome.kind === 'finished') await write(file, outcome);
  return outcome;
}

async function read(file: string): Promise<RunOutcome | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    // Not cached yet, or damaged.
    return undefined;
  }
}

async function write(file: string, outcome: RunOutcome): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(outcome));
  await rename(draft, file);
}

function hashOf(run: Run): string {
  return createHash('sha256')
    .update(JSON.stringify([interpreters, interpreterSources(), run]))
    .digest('hex')
    .slice(0, 32);
}

let sources: string | undefined;

/** What runs and judges programs: an outcome of other sources does not count. */
function interpreterSources(): string {
  const folder = join(process.cwd(), 'lib', 'interpreter');
  sources ??= readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\0');
  return sources;
}
