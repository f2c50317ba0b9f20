import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const buildFolder = '.next';
const stampFile = join(buildFolder, 'surefoot-sources.json');
const rooms = ['app', 'components', 'lib', 'db', 'content'];
const configs = ['package.json', 'package-lock.json', 'next.config.mjs', 'tsconfig.json'];

/** The hash of every source file of a build, by path, without tests and commands. */
export type SourceStamp = Readonly<Record<string, string>>;

export async function stampSources(contentDir: string): Promise<SourceStamp> {
  const found = await Promise.all([...rooms, relative(process.cwd(), contentDir)].map(filesIn));
  const paths = [...new Set([...configs.filter((path) => existsSync(path)), ...found.flat()])].toSorted();
  return Object.fromEntries(paths.map((path) => [path, hash(readFileSync(path))]));
}

async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter(isBuiltIn);
}

function isBuiltIn(path: string): boolean {
  return !/\.test\.tsx?$|\.tsbuildinfo$|^lib[\\/]cli[\\/]|[\\/]testing[\\/]/.test(path);
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 16);

export function hasBuild(): boolean {
  return existsSync(join(buildFolder, 'BUILD_ID'));
}

/** The reason why a new build is needed, as text; null when the build is made from the current sources. */
export async function whyRebuild(contentDir: string): Promise<string | null> {
  if (!hasBuild()) return 'there is no build yet';
  if (!existsSync(stampFile)) return 'the existing build does not record its sources';
  const stored: SourceStamp = JSON.parse(await readFile(stampFile, 'utf8'));
  return difference(stored, await stampSources(contentDir));
}

/** The first difference and the number of others, as text; null when there is none. */
export function difference(before: SourceStamp, after: SourceStamp): string | null {
  const changes = [
    ...Object.keys(after).flatMap((path) => {
      if (!(path in before)) return [`${path} is new`];
      return before[path] === after[path] ? [] : [`${path} has changed`];
    }),
    ...Object.keys(before).flatMap((path) => (path in after ? [] : [`${path} is gone`])),
  ];
  const [first, ...others] = changes;
  if (!first) return null;
  return others.length > 0 ? `${first}, and ${others.length} more` : first;
}

/** Stores the stamp in the build's folder, so that both are removed together. */
export async function saveStamp(stamp: SourceStamp): Promise<void> {
  await writeFile(stampFile, JSON.stringify(stamp));
}
