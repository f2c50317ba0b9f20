import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { runtimeFile, runtimeFileNames } from '#lib/server/runtime-file.ts';
import { downloadMb, runtimeVersion } from './runtime.ts';

test('the version names what is served, so that browsers may keep it', () => {
  const hash = createHash('sha256');
  for (const name of runtimeFileNames)
    hash.update(`${name}\0`).update(readFileSync(runtimeFile(name)?.path ?? name));
  expect(runtimeVersion).toBe(hash.digest('hex').slice(0, 12));
});

test.each([
  { language: 'python', file: 'python-3.11.3.wasm' },
  { language: 'javascript', file: 'wasmedge_quickjs.wasm' },
] as const)('$language is as large as we say', ({ language, file }) => {
  const bytes = gzipSync(readFileSync(runtimeFile(file)?.path ?? file)).length;
  expect(Math.round(bytes / 1e6)).toBe(downloadMb[language]);
});

test.each(['../package.json', 'package.json', '__proto__', 'constructor', ''])(
  '«%s» is not served',
  (name) => {
    expect(runtimeFile(name)).toBeUndefined();
  },
);
