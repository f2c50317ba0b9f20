import { expect, test } from 'vitest';
import { isSameText, lengthRange } from './same-text.ts';

test.each([
  { a: 'x --y', b: 'x —y', same: true, why: 'a long dash for two hyphens' },
  { a: 're-run', b: 're—run', same: true, why: 'a long dash for one' },
  { a: 're—run', b: 're—run', same: true, why: 'the same text' },
  { a: 're-run a --b', b: 're—run a —b', same: true, why: 'one and two in one text' },
  { a: '-----', b: '—-—', same: true, why: 'a rule of five hyphens' },
  { a: '——', b: '---', same: true, why: 'three hyphens' },
  { a: '——', b: '-', same: false, why: 'two dashes are at least two hyphens' },
  { a: '—', b: '---', same: false, why: 'a dash is two at most' },
  { a: '-', b: '--', same: false, why: 'hyphens are counted' },
  { a: 'a—b', b: 'ab', same: false, why: 'a dash is not nothing' },
  { a: 'a—b', b: 'a—c', same: false, why: 'other letters' },
  { a: '—a', b: 'a—', same: false, why: 'another place' },
])('$a and $b: $why', ({ a, b, same }) => {
  expect(isSameText(a, b)).toBe(same);
  expect(isSameText(b, a)).toBe(same);
});

test('a long dash counts as one character or two', () =>
  expect(lengthRange('a—b-')).toEqual({ least: 4, most: 5 }));
