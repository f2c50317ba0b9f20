import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runtimeBytes, runtimeFile, runtimeFileNames } from '#lib/server/content/runtime-file.ts';
import { downloadMb, runtimeVersion } from './runtime.ts';

test('the version names what is served, so that browsers may keep it', () => {
  const hash = createHash('sha256');
  for (const name of runtimeFileNames)
    hash.update(`${name}\0`).update(readFileSync(runtimeFile(name)?.path ?? name));
  expect(runtimeVersion).toBe(hash.digest('hex').slice(0, 12));
});

test.each([
  { language: 'python', file: 'python-3.11.3.wasm.gz' },
  { language: 'javascript', file: 'wasmedge_quickjs.wasm.gz' },
] as const)('$language is as large as we say', async ({ language, file }) => {
  const found = runtimeFile(file);
  const bytes = found && (await runtimeBytes(found));
  expect(Math.round((bytes?.length ?? 0) / 1e6)).toBe(downloadMb[language]);
});

test.each(['../package.json', 'package.json', 'python-3.11.3.wasm', '__proto__', 'constructor', ''])(
  '«%s» is not served',
  (name) => {
    expect(runtimeFile(name)).toBeUndefined();
  },
);
