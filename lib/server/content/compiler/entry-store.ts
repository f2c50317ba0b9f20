import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '#lib/server/content/read-content.ts';

/** Texts by name in a folder that may be lost, cut short or damaged at any time: such a text counts as missing. */
export interface EntryStore {
  readonly folder: string;
  /** Undefined when there is no such text, or not the one that was written. */
  read(name: string): Promise<string | undefined>;
  /** The same, read at once. */
  readNow(name: string): string | undefined;
  /** Whether a text of this length was written, without reading it. */
  has(name: string, length: number): boolean;
  /** Whether there is a text of this name, whole or not. */
  holds(name: string): boolean;
  write(name: string, text: string): Promise<void>;
  /** Removes the oldest texts until the folder is within its limit. */
  prune(): Promise<void>;
}

/** A thousand lessons with a pool each take half of it: the lessons, and the files that they were made of. */
export const mostBytes = 1024 * 1024 * 1024;
/** The checksum before each text, with its line end. */
const headLength = 33;

/** In the cache folder of the framework, which builds keep. It holds answer keys, so only the owner may read it. */
export const entryFolder = (): string =>
  join(/* turbopackIgnore: true */ process.cwd(), '.next', 'cache', 'surefoot-lessons');

export function entryStore(folder: string = entryFolder(), limit: number = mostBytes): EntryStore {
  const pathOf = (name: string) => join(/* turbopackIgnore: true */ folder, name);
  let made: Promise<unknown> | undefined;
  return {
    folder,
    async read(name) {
      const path = pathOf(name);
      const text = opened(await readFile(path, 'utf8').catch(() => undefined));
      if (text === undefined) await rm(path, { force: true }).catch(() => undefined);
      return text;
    },
    readNow(name) {
      try {
        const text = opened(readFileSync(pathOf(name), 'utf8'));
        if (text === undefined) rmSync(pathOf(name), { force: true });
        return text;
      } catch {
        return undefined;
      }
    },
    has(name, length) {
      const found = statSync(pathOf(name), { throwIfNoEntry: false });
      return found?.size === length + headLength;
    },
    holds: (name) => existsSync(pathOf(name)),
    async write(name, text) {
      // The disk is full or may not be written: then there is no cache, and everything else goes on.
      try {
        made ??= mkdir(folder, { recursive: true, mode: 0o700 });
        await made;
        await writeWhole(pathOf(name), `${checksum(text)}\n${text}`);
      } catch {
        made = undefined;
      }
    },
    prune: () => prune(folder, limit).catch(() => undefined),
  };
}

const checksum = (text: string): string => sha256(text).slice(0, headLength - 1);

function opened(stored: string | undefined): string | undefined {
  const text = stored?.slice(headLength);
  return text !== undefined && stored?.slice(0, headLength) === `${checksum(text)}\n` ? text : undefined;
}

/** A file that appears whole or not at all; a draft that a killed process leaves behind is pruned with the rest. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
}

async function prune(folder: string, limit: number): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(/* turbopackIgnore: true */ folder, name);
      const { size, mtimeMs } = await stat(path);
      return { path, size, mtimeMs };
    }),
  );
  let kept = 0;
  for (const { path, size } of files.toSorted((a, b) => b.mtimeMs - a.mtimeMs)) {
    kept += size;
    if (kept > limit) await rm(path, { force: true });
  }
}
