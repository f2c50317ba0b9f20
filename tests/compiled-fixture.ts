import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fixtureVariable } from './fixture-course.ts';

/** All that the compiled course depends on: the course itself, our compiler and the packages below it. */
const sources = [
  'tests/fixture-course.ts',
  'tests/compile-fixture.ts',
  'tests/written-tracks.ts',
  'package-lock.json',
];

/**
 * Compiles the fixture course in a process of its own when it or the compiler has changed. Tests read the outcome, so
 * that none of them has to load the compiler, which takes longer than most test files run.
 */
export default function setup(): void {
  const file = resolve('node_modules/.cache/surefoot', `fixture-${stamp()}.json`);
  if (!existsSync(file))
    execFileSync(process.execPath, ['--import', 'tsx', 'tests/compile-fixture.ts', file], {
      stdio: 'inherit',
    });
  process.env[fixtureVariable] = file;
}

function stamp(): string {
  const core = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/^(server|cli)[\\/]/.test(name))
    .map((name) => join('lib', name));
  const hash = createHash('sha256');
  for (const path of [...sources, ...core.toSorted()]) hash.update(`${path}\0`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
