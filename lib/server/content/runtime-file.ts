import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { interpreters } from '#lib/interpreter/interpreters.mjs';

/** A file that browsers fetch to run programs. */
export interface RuntimeFile {
  readonly path: string;
  /** Sent as a gzip file. */
  readonly isGzipped: boolean;
}

const interpreterModules = [
  'browser-worker',
  'console-module',
  'drivers',
  'guarded-imports',
  'inspect',
  'interpret',
  'interpreters',
  'judge-module',
  'limits',
  'private-files',
  'run-hosts',
];
const binaries = ['node_modules', '@runno', 'sandbox', 'dist', 'langs'];
const folders = new Map<string, readonly string[]>([
  ...interpreterModules.map((name): [string, string[]] => [
    `${name}.mjs`,
    ['lib', 'interpreter', `${name}.mjs`],
  ]),
  ['wasi.mjs', ['node_modules', '@runno', 'wasi', 'dist', 'main.js']],
  ...Object.values(interpreters).map((name): [string, string[]] => [`${name}.gz`, [...binaries, name]]),
]);

export const runtimeFileNames: readonly string[] = [...folders.keys()];

/** Undefined for an unknown name. Only listed names are known, so no name can form a path. */
export function runtimeFile(name: string): RuntimeFile | undefined {
  const folder = folders.get(name);
  return (
    folder && {
      path: join(/* turbopackIgnore: true */ process.cwd(), ...folder),
      isGzipped: name.endsWith('.gz'),
    }
  );
}

const gzippedFiles = new Map<string, Promise<Buffer<ArrayBuffer>>>();
const gzipped = promisify(gzip);

/**
 * The bytes to send. Interpreters are large and never change, so each is compressed once for each process and the browser
 * decompresses it; Next would compress it for each request.
 */
export function runtimeBytes({ path, isGzipped }: RuntimeFile): Promise<Buffer<ArrayBuffer>> {
  if (!isGzipped) return readFile(path);
  const known = gzippedFiles.get(path);
  if (known) return known;
  const made = readFile(path).then((bytes) => gzipped(bytes));
  gzippedFiles.set(path, made);
  made.catch(() => gzippedFiles.delete(path));
  return made;
}
