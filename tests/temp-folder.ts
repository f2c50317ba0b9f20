import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];

// Registered for the test file that imports this one; every file loads its own copy.
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed after the last test of the file. */
export function tempFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `surefoot-${purpose}-`));
  folders.push(folder);
  return folder;
}
