import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const markerFile = 'throw-away-demo';

/**
 * An empty folder for a school that is thrown away: the one given, or a new one under the system's temporary files.
 * A folder with anything in it is refused unless an earlier demo left it behind, so that no real school is removed.
 */
export function demoFolder(given: string | undefined): string {
  if (!given?.trim()) return addMarker(mkdtempSync(join(tmpdir(), 'surefoot-demo-')));
  const folder = resolve(given);
  if (folder === resolve('.data')) {
    throw new Error('.data is where a real school is kept. Leave DATA_DIR out, or name an empty folder.');
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(join(folder, markerFile))) empty(folder);
  if (readdirSync(folder).length > 0) {
    throw new Error(`${folder} is not empty. Name an empty folder as DATA_DIR, or leave it out.`);
  }
  return addMarker(folder);
}

function addMarker(folder: string): string {
  writeFileSync(join(folder, markerFile), 'Made by "npm run demo", which removes everything in here.\n');
  return folder;
}

function empty(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

export function removeDemo(folder: string): void {
  if (existsSync(join(folder, markerFile))) rmSync(folder, { recursive: true, force: true });
}
