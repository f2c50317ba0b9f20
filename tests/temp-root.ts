import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Puts all temporary files of a run into one folder and removes it afterwards: test files that share a process do not. */
export default function setup(): () => void {
  const root = mkdtempSync(join(tmpdir(), 'surefoot-tests-'));
  process.env.TMPDIR = root;
  return () => rmSync(root, { recursive: true, force: true });
}
