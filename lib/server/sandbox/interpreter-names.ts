import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { interpreters } from '#lib/interpreter/interpreters.mjs';
import type { ProofLanguage } from '#lib/item/proof.ts';
import { runSql } from './sql.ts';

const run = promisify(execFile);

/** What runs the programs of a language here, with its version. */
export async function interpreterOf(language: ProofLanguage, ruleCount: number): Promise<string> {
  if (language === 'rules') return `${ruleCount} rules`;
  if (language === 'sql') {
    const [outcome] = await runSql(['SELECT sqlite_version()']);
    return `sqlite ${outcome?.kind === 'finished' ? outcome.stdout.trim() : 'unknown'}`;
  }
  if (language === 'bash') return `${await version('bash')}, ${await version('git')}`;
  return interpreters[language];
}

async function version(tool: string): Promise<string> {
  try {
    const { stdout } = await run(tool, ['--version']);
    return `${tool} ${/\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? 'unknown'}`;
  } catch {
    // This machine does not have it.
    return `no ${tool}`;
  }
}
