import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { authSecret } from './auth-secret.ts';

const folder = () => tempFolder('secret');

test('a secret is made once, kept, and readable by its owner only', () => {
  const dataDir = join(folder(), 'data');
  const secret = authSecret({ dataDir, authSecret: undefined });
  expect(secret.length).toBeGreaterThanOrEqual(64);
  expect(authSecret({ dataDir, authSecret: undefined })).toBe(secret);
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
});

test('a given secret wins and nothing is written', () => {
  const dataDir = join(folder(), 'untouched');
  expect(authSecret({ dataDir, authSecret: 'x'.repeat(40) })).toBe('x'.repeat(40));
  expect(() => statSync(dataDir)).toThrow();
});

test('a damaged secret stops the start instead of signing with it', () => {
  const dataDir = folder();
  writeFileSync(join(dataDir, 'secret'), 'oops');
  expect(() => authSecret({ dataDir, authSecret: undefined })).toThrow('damaged');
});
