import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), resolved: z.string().optional() }),
  ),
});
type Lock = z.infer<typeof Lock>;

/** Below `floor` a package has a known vulnerability or loses data; from `below` on it does not work for us. */
const minimumVersions: { name: string; floor: string; below?: string; line?: string }[] = [
  { name: 'next', floor: '16.4.5' },
  { name: 'react', floor: '19.3.1' },
  { name: 'react-dom', floor: '19.3.1' },
  { name: 'sharp', floor: '0.35.5' },
  { name: 'next-auth', floor: '4.24.15' },
  { name: '@auth/core', floor: '0.41.3' },
  { name: 'better-sqlite3', floor: '12.8.0', below: '13.0.0' },
  { name: 'drizzle-orm', floor: '0.45.2' },
  { name: 'katex', floor: '0.16.10' },
];

function outdated(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([path, { version = '0' }]) => {
    const rule = minimumVersions.find(({ name }) => path.endsWith(`node_modules/${name}`));
    if (!rule) return [];
    const isFine = isAtLeast(version, rule.floor) && !(rule.below && isAtLeast(version, rule.below));
    return isFine ? [] : [`${path} ${version}`];
  });
}

/** Compares by the three numbers; a pre-release is older than its release. */
function isAtLeast(version: string, floor: string): boolean {
  const [release = '', preRelease] = version.split('-');
  const parts = release.split('.').map(Number);
  const wanted = floor.split('.').map(Number);
  const at = wanted.findIndex((number, i) => number !== parts[i]);
  return at === -1 ? preRelease === undefined : (parts[at] ?? 0) > (wanted[at] ?? 0);
}

function foreignHosts(lock: Lock): string[] {
  const addresses = Object.values(lock.packages).flatMap(({ resolved }) => resolved ?? []);
  return addresses.filter((address) => !address.startsWith('https://registry.npmjs.org/'));
}

const lock = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const holding = (path: string, version: string, resolved?: string): Lock => ({
  packages: { [path]: { version, resolved } },
});

test('every copy of a package has at least its minimum version', () => expect(outdated(lock)).toEqual([]));

test('packages come from the public registry', () => expect(foreignHosts(lock)).toEqual([]));

test.each([
  ['node_modules/next', '16.4.4'],
  ['node_modules/a/node_modules/katex', '0.16.9'],
  ['node_modules/better-sqlite3', '12.7.9'],
  ['node_modules/better-sqlite3', '13.0.0'],
  ['node_modules/@auth/core', '0.41.3-beta.1'],
])('%s %s would be reported', (path, version) => {
  expect(outdated(holding(path, version))).toEqual([`${path} ${version}`]);
});

test.each([
  ['node_modules/next', '17.0.0'],
  ['node_modules/drizzle-orm', '0.45.2'],
  ['node_modules/eslint-plugin-next', '1.0.0'],
])('%s %s is fine', (path, version) => expect(outdated(holding(path, version))).toEqual([]));

test('a private mirror would be reported', () => {
  const mirror = 'https://npm.example.org/next.tgz';
  expect(foreignHosts(holding('node_modules/next', '17.0.0', mirror))).toEqual([mirror]);
});
