import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fixtureVariable } from './fixture-course.ts';
import { lessonsVariable } from './lessons-variable.ts';

/** The sources of the compiled course besides the core in `lib/`. */
const sources = [
  'tests/fixture-course.ts',
  'tests/varying-items.ts',
  'tests/compile-fixture.ts',
  'tests/compiled-course.ts',
  'tests/serialized-tracks.ts',
  'package-lock.json',
];

/**
 * Compiles the fixture course in a separate process if the course or the compiler has changed, and names the folder for
 * our compiled lessons. Tests read both, so that none of them loads the compiler, which takes longer than most tests.
 */
export default function setup(): void {
  const folder = resolve('node_modules/.cache/surefoot', stamp());
  const file = join(folder, 'fixture-course.json');
  if (!existsSync(file))
    execFileSync(process.execPath, ['--import', 'tsx', 'tests/compile-fixture.ts', file], {
      stdio: 'inherit',
    });
  process.env[fixtureVariable] = file;
  process.env[lessonsVariable] = join(folder, 'lessons');
}

function stamp(): string {
  const core = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/^cli[\\/]/.test(name))
    .map((name) => join('lib', name));
  const hash = createHash('sha256');
  for (const path of [...sources, ...core.toSorted()]) hash.update(`${path}\0`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
