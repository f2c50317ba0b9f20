import { expect, test } from 'vitest';
import { foldCase } from './fold-case.ts';

test.each([
  { a: 'Straße', b: 'STRASSE', why: 'ß is SS' },
  { a: 'GROẞ', b: 'gross', why: 'the capital ß too' },
  { a: 'İstanbul', b: 'istanbul', why: 'the dot of the capital is the dot of the small letter' },
  { a: 'İSTANBUL', b: 'ISTANBUL', why: 'as folding has it' },
  { a: 'ΟΔΥΣΣΕΥΣ', b: 'οδυσσευς', why: 'a sigma at the end' },
  { a: 'ﬁlter', b: 'FILTER', why: 'a ligature' },
  { a: 'Ꮳꮃꭹ', b: 'ꮳꮃꭹ', why: 'Cherokee' },
  { a: 'ԵՒ', b: 'և', why: 'an Armenian ligature' },
  { a: 'ǅ', b: 'ǆ', why: 'a title-case letter' },
  { a: 'ᾼ', b: 'αι', why: 'a subscript iota' },
  { a: 'Ⴀ', b: 'ⴀ', why: 'Georgian' },
  { a: '𐐀', b: '𐐨', why: 'Deseret, beyond the first plane' },
  { a: 'ÉCOLE', b: 'e\u0301cole', why: 'an accent of its own' },
])('$a is $b: $why', ({ a, b }) => expect(foldCase(a)).toBe(foldCase(b)));

test.each([
  { a: 'ısı', b: 'isi', why: 'a dotless ı is no i' },
  { a: 'é', b: 'e', why: 'accents are no case' },
  { a: 'が', b: 'か', why: 'no capitals in Japanese' },
])('$a is not $b: $why', ({ a, b }) => expect(foldCase(a)).not.toBe(foldCase(b)));

test('every letter folds as its capital and its small letter do, and folding twice changes nothing', () => {
  const odd = Array.from({ length: 0x2_0000 }, (_, code) => code)
    .filter((code) => (code < 0xd800 || code > 0xdfff) && code !== 0x131)
    .map((code) => String.fromCodePoint(code))
    .filter((sign) => {
      const folded = foldCase(sign);
      return [sign.toUpperCase(), sign.toLowerCase(), folded].some((other) => foldCase(other) !== folded);
    });
  expect(odd).toEqual([]);
});
