import { expect, test } from 'vitest';
import { canonicalJoinCode, joinCodeFrom, spokenJoinCode } from './join-code.ts';

test('what is shown and what is typed come to the same code', () => {
  const code = joinCodeFrom(Uint8Array.from([0, 30, 31, 62, 255, 7, 8, 9]));
  expect(code).toHaveLength(8);
  expect(canonicalJoinCode(` ${spokenJoinCode(code).toLowerCase()} `)).toBe(code);
});

test('a code has no letters that look like others', () => {
  expect(joinCodeFrom(Uint8Array.from({ length: 8 }, (_, i) => i * 37))).not.toMatch(/[ILO01]/);
});
