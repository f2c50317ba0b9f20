import { expect, test } from 'vitest';
import { asciiDigits } from './digits.ts';

test.each([
  { text: '٠١٢٣٤٥٦٧٨٩', script: 'Arabic-Indic' },
  { text: '۰۱۲۳۴۵۶۷۸۹', script: 'Persian' },
  { text: '०१२३४५६७८९', script: 'Devanagari' },
  { text: '০১২৩৪৫৬৭৮৯', script: 'Bengali' },
  { text: '௦௧௨௩௪௫௬௭௮௯', script: 'Tamil' },
  { text: '๐๑๒๓๔๕๖๗๘๙', script: 'Thai' },
  { text: '០១២៣៤៥៦៧៨៩', script: 'Khmer' },
  { text: '０１２３４５６７８９', script: 'full-width' },
  { text: '𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵', script: 'mathematical, one of five styles in a row' },
  { text: '𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙', script: 'Adlam' },
])('$script', ({ text }) => expect(asciiDigits(text)).toBe('0123456789'));

test('every decimal digit of Unicode has a value, and each value occurs equally often', () => {
  const all = Array.from({ length: 0x11_0000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((sign) => /\p{Nd}/u.test(sign));
  const values = all.map(asciiDigits);
  const counts = Array.from('0123456789', (digit) => values.filter((value) => value === digit).length);
  expect(counts).toEqual(counts.map(() => all.length / 10));
});

test.each(['²', '½', '五', 'Ⅳ', '①', 'x'])('%s is no decimal digit', (sign) =>
  expect(asciiDigits(sign)).toBe(sign),
);
