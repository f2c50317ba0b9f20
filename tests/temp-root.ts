import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder holds every temporary file of a run, and goes with it: files that share a process have no end of their own. */
export default function setup(): () => void {
  const root = mkdtempSync(join(tmpdir(), 'surefoot-tests-'));
  process.env.TMPDIR = root;
  return () => rmSync(root, { recursive: true, force: true });
}
