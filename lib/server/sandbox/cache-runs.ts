import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { consoleModule } from '#lib/interpreter/console-module.mjs';
import { pythonDriver } from '#lib/interpreter/drivers.mjs';
import { interpreters } from '#lib/interpreter/interpreters.mjs';
import type { Run, RunOutcome } from '#lib/item/run.ts';
import type { Sandbox } from './sandbox.ts';

/** Beside what the build keeps from one time to the next. */
export const runCacheFolder = (): string => join(process.cwd(), '.next', 'cache', 'surefoot-runs');

/**
 * A sandbox that runs each program once and then remembers what came of it: for a demo in which hundreds answer the
 * same, and for authors' checks. With a folder it remembers from one command to the next. A run that did not end by
 * itself is done again, as a machine may have been busy.
 */
export function cacheRuns(sandbox: Sandbox, folder: string | null = null): Sandbox {
  const known = new Map<string, Promise<RunOutcome>>();
  return {
    run(run, who) {
      const name = hashOf(run);
      const kept = known.get(name);
      if (kept) return kept;
      const outcome = runOrRead(sandbox, run, who, folder && join(folder, `${name}.json`));
      known.set(name, outcome);
      return outcome;
    },
  };
}

async function runOrRead(sandbox: Sandbox, run: Run, who: string, file: string | null): Promise<RunOutcome> {
  const stored = file ? await read(file) : undefined;
  if (stored) return stored;
  const outcome = await sandbox.run(run, who);
  if (file && outcome.kind === 'finished') await write(file, outcome);
  return outcome;
}

async function read(file: string): Promise<RunOutcome | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
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
    .update(JSON.stringify([interpreters, pythonDriver, consoleModule(), run]))
    .digest('hex')
    .slice(0, 32);
}
