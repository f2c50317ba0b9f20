import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oncePerProcess } from '#lib/server/host/once-per-process.ts';

/** All that can change what is made of a lesson's text: our core with the compiler, and the libraries that it uses. */
export function hashSources(root: string): string {
  const lib = join(/* turbopackIgnore: true */ root, 'lib');
  const names = readdirSync(/* turbopackIgnore: true */ lib, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|mjs)$/.test(name) && !name.endsWith('.test.ts'))
    .toSorted()
    .map((name) => join('lib', name));
  const hash = createHash('sha256');
  for (const name of [...names, 'package.json', 'package-lock.json']) {
    const file = join(/* turbopackIgnore: true */ root, name);
    if (existsSync(file)) hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

/** The version of the compiler that this process uses: what another version has made does not count. */
export const compilerVersion = (): string =>
  oncePerProcess('compiler-version', () => hashSources(/* turbopackIgnore: true */ process.cwd()));
