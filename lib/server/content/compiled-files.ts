import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './read-content.ts';

/** A folder for what was compiled; null keeps it in memory only. */
export type CompiledFolder = string | null;

/**
 * The folder of what was compiled. Each build empties and fills it; a start reads it. Nothing in it is ever served.
 */
export const compiledFolder = (): string =>
  join(/* turbopackIgnore: true */ process.cwd(), '.next', 'compiled');

/** The name of a file in the folder, by everything that its content depends on. */
export const compiledName = (...sources: readonly string[]): string =>
  `${sha256(sources.join('\0')).slice(0, 32)}.json`;

/** The text of a file in the folder, read at once, since there are many and they are small; undefined when nothing was compiled from these sources. */
export async function readCompiled(folder: CompiledFolder, name: string): Promise<string | undefined> {
  if (folder === null) return undefined;
  try {
    return readFileSync(join(/* turbopackIgnore: true */ folder, name), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export const hasCompiled = (folder: CompiledFolder, name: string): boolean =>
  folder !== null && existsSync(join(/* turbopackIgnore: true */ folder, name));

/** The text of a file in the folder that was there when the lessons were loaded. */
export function readCompiledNow(folder: CompiledFolder, name: string): string {
  return readFileSync(join(/* turbopackIgnore: true */ folder ?? '', name), 'utf8');
}

export const writeCompiled = (folder: CompiledFolder, name: string, value: unknown): Promise<void> =>
  writeCompiledText(folder, name, JSON.stringify(value));

/** Writes a file that appears whole or not at all, into a folder that only the server reads. */
export async function writeCompiledText(folder: CompiledFolder, name: string, text: string): Promise<void> {
  if (folder === null) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(/* turbopackIgnore: true */ folder, name);
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
}
