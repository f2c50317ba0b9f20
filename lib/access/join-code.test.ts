import { expect, test } from 'vitest';
import { canonicalJoinCode, formatJoinCode, joinCodeFrom } from './join-code.ts';

test('what is shown and what is typed come to the same code', () => {
  const code = joinCodeFrom(Uint8Array.from([0, 30, 31, 62, 255, 7, 8, 9]));
  expect(code).toHaveLength(8);
  expect(canonicalJoinCode(` ${formatJoinCode(code).toLowerCase()} `)).toBe(code);
});

test.each([
  { typed: 'k7qm\u00ad-2xpa', why: 'a soft hyphen of a web page' },
  { typed: 'Ｋ７ＱＭ－２ＸＰＡ', why: 'full-width letters' },
  { typed: 'K7QM ― 2XPA', why: 'a bar with blanks around it' },
  { typed: '« K7QM-2XPA »,', why: 'French quotes and a comma' },
  { typed: '\u202aK7QM-2XPA\u202c\n', why: 'marks of direction' },
  { typed: '(k7qm/2xpa)!', why: 'brackets, a slash, an exclamation mark' },
  { typed: 'K۷QM_٢XPA', why: 'digits of other scripts' },
  { typed: '`K7QM-2XPA`。', why: 'signs of code and a Chinese full stop' },
  { typed: 'Ｋ７ＱＭー２ＸＰＡ', why: 'the hyphen of a Japanese keyboard' },
  { typed: 'Class code: K7QM-2XPA', why: 'words of a mail before it' },
  { typed: 'k7qm-2xpa (Ms. Doe, room 12)', why: 'words of a mail behind it' },
  { typed: 'Students, join with K7QM-2XPA today!', why: 'a word of eight letters before it' },
  { typed: 'https://school.example/join?code=K7QM2XPA', why: 'a whole link' },
  { typed: 'Codice della classe:\nK7Q\u200bM–2XPA\n', why: 'a line above it and a sign that nobody sees' },
])('a pasted code is the code: $why', ({ typed }) => expect(canonicalJoinCode(typed)).toBe('K7QM2XPA'));

test.each([
  { typed: 'K7QM-2XPA or B3CD-4EFG', why: 'two codes' },
  { typed: 'K7QM-2XPAB', why: 'a letter too many' },
  { typed: 'K7QM-2XP', why: 'a letter too few' },
])('no code is made out of $why', ({ typed }) => expect(canonicalJoinCode(typed)).not.toBe('K7QM2XPA'));

test('punctuation alone is not a code', () => expect(canonicalJoinCode('“—”\u200b')).toBe(''));

test('a code has no letters that look like others', () => {
  expect(joinCodeFrom(Uint8Array.from({ length: 8 }, (_, i) => i * 37))).not.toMatch(/[ILO01]/);
});
