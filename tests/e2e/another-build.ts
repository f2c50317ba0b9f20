import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const texts = new Set(['.js', '.json', '.html', '.rsc', '.meta', '.body']);

export interface RenamedBuild {
  /** The folder to serve from: the same product with other names of actions. */
  readonly root: string;
  remove(): void;
}

/**
 * Copies the build of the suite and renames its actions, as a new build would: Next gives a build and its actions new
 * names each time, and a page of one build cannot call the actions of another.
 */
export function renamedBuild(): RenamedBuild {
  const made = mkdtempSync(join(tmpdir(), 'surefoot-build-'));
  for (const name of readdirSync(root)) {
    if (name !== '.next' && name !== '.git') symlinkSync(join(root, name), join(made, name));
  }
  const build = join(made, '.next');
  const isKept = (path: string) => !/\.next\/(cache|dev|trace)/.test(path);
  cpSync(join(root, '.next'), build, { recursive: true, verbatimSymlinks: true, filter: isKept });
  const { node } = JSON.parse(readFileSync(join(build, 'server/server-reference-manifest.json'), 'utf8'));
  const before = readFileSync(join(build, 'BUILD_ID'), 'utf8');
  const names = new Map([...Object.keys(node), before].map((name) => [name, reversed(name)]));
  const pattern = new RegExp([...names.keys()].join('|'), 'g');
  for (const entry of readdirSync(build, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !(texts.has(extname(entry.name)) || entry.name === 'BUILD_ID')) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    const renamed = text.replace(pattern, (name) => names.get(name) ?? name);
    if (renamed !== text) writeFileSync(path, renamed);
  }
  renameSync(join(build, 'static', before), join(build, 'static', reversed(before)));
  return { root: made, remove: () => rmSync(made, { recursive: true, force: true }) };
}

/** A name of the same length. The first two characters stay, because they encode the arguments of an action. */
const reversed = (name: string): string => name.slice(0, 2) + [...name.slice(2)].toReversed().join('');
