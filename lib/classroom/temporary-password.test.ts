import { expect, test } from 'vitest';
import { passwordFault } from '#lib/access/password.ts';
import { temporaryPassword, temporaryPasswordBytes } from './temporary-password.ts';

test('four words of two syllables', () => {
  expect(temporaryPassword(Uint8Array.from([0, 17, 34, 51, 68, 85, 102, 119]))).toBe('bade-fogu-jake-lomu');
});

test('each of the 64 syllables is equally likely', () => {
  const times = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const first = temporaryPassword(Uint8Array.from({ length: temporaryPasswordBytes }, () => byte)).slice(
      0,
      2,
    );
    times.set(first, (times.get(first) ?? 0) + 1);
  }
  expect(times.size).toBe(64);
  expect(new Set(times.values())).toEqual(new Set([4]));
});

test('the least random one is an accepted password', () => {
  expect(passwordFault(temporaryPassword(new Uint8Array(temporaryPasswordBytes)), 'ada')).toBeNull();
});

test('too few bytes are a bug, not a short password', () => {
  expect(() => temporaryPassword(new Uint8Array(3))).toThrow('8 bytes');
});
