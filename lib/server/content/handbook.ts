import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { oncePerProcess } from '#lib/server/host/once-per-process.ts';
import {
  type CompiledFolder,
  compiledFolder,
  compiledName,
  readCompiled,
  writeCompiled,
} from './compiled-files.ts';
import type { HandbookPage, HandbookSource } from './handbook-page.ts';
import { readText } from './read-content.ts';

const root = 'content/handbook';

/** Every file of the handbook, sorted by name. */
export async function readHandbook(dir = root): Promise<HandbookSource[]> {
  const names = await readdir(/* turbopackIgnore: true */ dir, { recursive: true });
  const read = async (name: string) => {
    const file = join(root, name);
    return { name, file, ...(await readText(join(/* turbopackIgnore: true */ dir, name), file)) };
  };
  return Promise.all(
    names
      .filter((name) => name.endsWith('.mdx'))
      .toSorted()
      .map(read),
  );
}

/** The pages of the handbook in reading order, from the folder of what was compiled if they are there. */
export async function loadHandbook(folder: CompiledFolder, dir?: string): Promise<readonly HandbookPage[]> {
  const sources = await readHandbook(dir);
  const name = compiledName('handbook', ...sources.flatMap((source) => [source.name, source.text]));
  const stored = await readCompiled(folder, name);
  if (stored !== undefined) return JSON.parse(stored);
  // Imported only now, as for lessons.
  const { compileHandbook } = await import('./compile-handbook.ts');
  const { pages } = await compileHandbook(sources);
  await writeCompiled(folder, name, pages);
  return pages;
}

/** The pages of the handbook, loaded once for each process; in development they are compiled again each time. */
export function handbook(): Promise<readonly HandbookPage[]> {
  if (process.env.NODE_ENV === 'development') return loadHandbook(null);
  return oncePerProcess('handbook', () => loadHandbook(compiledFolder()));
}
