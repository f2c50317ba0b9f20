import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const markerFile = 'throw-away-demo';

/**
 * An empty folder for a temporary school: the given one, or a new one in the system's temporary folder. A folder that is
 * not empty is refused unless an earlier demo created it, so that no real school is ever removed.
 */
export function demoFolder(given: string | undefined): string {
  if (!given?.trim()) return addMarker(mkdtempSync(join(tmpdir(), 'surefoot-demo-')));
  const folder = resolve(given);
  if (folder === resolve('.data')) {
    throw new Error('.data is the folder of a real school. Leave DATA_DIR unset, or name an empty folder.');
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(join(folder, markerFile))) empty(folder);
  if (readdirSync(folder).length > 0) {
    throw new Error(`${folder} is not empty. Name an empty folder as DATA_DIR, or leave it unset.`);
  }
  return addMarker(folder);
}

function addMarker(folder: string): string {
  writeFileSync(
    join(folder, markerFile),
    'Created by "npm run demo", which deletes everything in this folder.\n',
  );
  return folder;
}

function empty(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

export function removeDemo(folder: string): void {
  if (existsSync(join(folder, markerFile))) rmSync(folder, { recursive: true, force: true });
}
