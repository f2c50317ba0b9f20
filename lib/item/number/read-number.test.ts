import { expect, test } from 'vitest';
import { readNumber } from './read-number.ts';

test.each([
  { typed: '3.5', value: 3.5 },
  { typed: ' 3 ', value: 3 },
  { typed: '+3', value: 3 },
  { typed: '-3.5', value: -3.5 },
  { typed: '−3.5', value: -3.5, why: 'the minus of a word processor' },
  { typed: '– 3.5', value: -3.5, why: 'a dash, then a space' },
  { typed: '-0', value: 0 },
  { typed: '.5', value: 0.5 },
  { typed: '5.', value: 5 },
  { typed: '1e3', value: 1000 },
  { typed: '2.5E-3', value: 0.0025 },
  { typed: '1 234.5', value: 1234.5 },
  { typed: '1\u202f234\u00a0567', value: 1234567, why: 'narrow and unbroken spaces' },
  { typed: '1_000', value: 1000 },
  { typed: "1'000’000", value: 1000000 },
  { typed: '1.234', value: 1.234, why: 'a point begins the decimals' },
  { typed: '٣', value: 3, why: 'Arabic-Indic' },
  { typed: '۴۲', value: 42, why: 'Persian' },
  { typed: '१२.५', value: 12.5, why: 'Devanagari' },
  { typed: '৭', value: 7, why: 'Bengali' },
  { typed: '๑๐', value: 10, why: 'Thai' },
  { typed: '𝟙𝟚', value: 12, why: 'mathematical digits' },
  { typed: '－１２．５', value: -12.5, why: 'all of it full-width' },
  { typed: '＋３', value: 3, why: 'a full-width plus' },
  { typed: '١٬٢٣٤٫٥', value: 1234.5, why: 'Arabic separators of thousands and decimals' },
  { typed: '\u200e-\u2060 7\u200b', value: -7, why: 'signs that are not seen' },
  { typed: '−１e－３', value: -0.001, why: 'a minus in the exponent' },
  { typed: '0.123 456 7', value: 0.1234567, why: 'decimals by threes' },
  { typed: '2.23606 79774 9', value: 2.2360679774_9, why: 'decimals by fives' },
  { typed: "1'234.567'8", value: 1234.5678, why: 'both sides in groups' },
  { typed: '1.5 × 10⁸', value: 150_000_000, why: 'a raised power' },
  { typed: '1.5·10⁻³', value: 0.0015, why: 'a raised minus' },
  { typed: '10⁶', value: 1_000_000, why: 'a power alone' },
])('$typed is $value', ({ typed, value }) =>
  expect(readNumber(typed)).toEqual({ ok: true, value, unit: '' }),
);

test.each([
  { typed: '26 GB', value: 26, unit: 'GB' },
  { typed: '55%', value: 55, unit: '%' },
  { typed: '5 euros', value: 5, unit: 'euros' },
  { typed: '1e3 m/s', value: 1000, unit: 'm/s' },
  { typed: '３ ％', value: 3, unit: '%' },
  { typed: '3 × 10⁸ m/s', value: 300_000_000, unit: 'm/s' },
  { typed: '5′', value: 5, unit: "'" },
])('$typed has the unit $unit', ({ typed, value, unit }) =>
  expect(readNumber(typed)).toEqual({ ok: true, value, unit }),
);

test.each([
  { typed: '3,5', says: 'Do you mean 3.5?' },
  { typed: '-0,125', says: 'Do you mean -0.125?' },
  { typed: '1,234', says: 'Do you mean 1.234 or 1234?' },
  { typed: '-1,234', says: 'Do you mean -1.234 or -1234?' },
  { typed: '12,34,567.5', says: 'Do you mean 1234567.5?' },
  { typed: '1,00,000', says: 'Do you mean 100000?' },
  { typed: '1,234,567', says: 'Do you mean 1234567?' },
  { typed: '1,234.5', says: 'Do you mean 1234.5?' },
  { typed: '1.234,5', says: 'Do you mean 1234.5?' },
  { typed: '1.234.567', says: 'Do you mean 1234567?' },
  { typed: '１，０００', says: 'Do you mean 1.000 or 1000?' },
  { typed: '3,14159E+05', says: 'Do you mean 3.14159e+05?' },
  { typed: '3 × 10 8', says: 'Write powers of ten with an e' },
  { typed: '3 × 10^8', says: 'Write powers of ten with an e' },
  { typed: '3*10**8', says: 'Write powers of ten with an e' },
  { typed: '1e400', says: 'too large or too small' },
  { typed: '1e-400', says: 'too large or too small' },
  { typed: '1e99999999999999999999', says: 'too large or too small' },
])('$typed is asked about: $says', ({ typed, says }) => {
  const read = readNumber(typed);
  expect(read.ok ? read.value : read.problem).toContain(says);
});

test.each([
  '',
  'NaN',
  'Infinity',
  '-Infinity',
  'abc',
  '1 2',
  '12 34',
  '1.2.3',
  '1,2,3',
  '--3',
  '1e3.5',
  '0x10',
  '五',
  'Ⅴ',
  '½',
  '5²',
  '1.5 2',
  '1.23 45',
  '1.2345 678',
])('«%s» is not one number', (typed) => {
  const read = readNumber(typed);
  const isNumberAlone = read.ok && read.unit === '';
  expect(isNumberAlone).toBe(false);
});

test.each([
  '1/2',
  '1 / 2 GB',
  '2^10',
  '3-4 GB',
  '3 – 4',
  '3..4',
  '5:3',
  '3±1',
  '3 or 4',
  '3 to 4 GB',
  '1+1',
  '2·5',
  '6÷2',
  '5\' 3"',
])('%s goes on behind its first number, and is never taken for that alone', (typed) =>
  expect(readNumber(typed).ok).toBe(false),
);

test.each(['5 l/100km', '5 m2', '5 /s', '5 to go', '5 kcal per 100 g'])('%s has a unit', (typed) =>
  expect(readNumber(typed)).toMatchObject({ ok: true, value: 5 }),
);

test.each([
  { typed: '9007199254740993', exact: '9007199254740993' },
  { typed: '18 446 744 073 709 551 615', exact: '18446744073709551615' },
  { typed: '-0.1234567890123456789', exact: '-0.1234567890123456789' },
  { typed: '1.00000000000000000001e3', exact: '1000.00000000000000001' },
  { typed: '0.30000000000000004', exact: undefined },
  { typed: '1.50', exact: undefined },
  { typed: '6.022e23', exact: undefined },
  { typed: '0e999999999', exact: undefined },
])('$typed keeps all its digits', ({ typed, exact }) => {
  const read = readNumber(typed);
  expect(read.ok && read.exact).toBe(exact);
});

test('a long line is read in a moment', () => {
  expect(readNumber(`${'1 '.repeat(20_000)}x`).ok).toBe(false);
  expect(readNumber(`${'1,'.repeat(20_000)}x`).ok).toBe(false);
});
