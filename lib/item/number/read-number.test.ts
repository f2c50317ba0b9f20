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
])('$typed is $value', ({ typed, value }) =>
  expect(readNumber(typed)).toEqual({ ok: true, value, unit: '' }),
);

test.each([
  { typed: '26 GB', value: 26, unit: 'GB' },
  { typed: '55%', value: 55, unit: '%' },
  { typed: '5 euros', value: 5, unit: 'euros' },
  { typed: '1e3 m/s', value: 1000, unit: 'm/s' },
])('$typed has the unit $unit', ({ typed, value, unit }) =>
  expect(readNumber(typed)).toEqual({ ok: true, value, unit }),
);

test.each([
  { typed: '3,5', says: 'Do you mean 3.5?' },
  { typed: '-0,125', says: 'Do you mean -0.125?' },
  { typed: '1,234', says: 'Do you mean 1.234 or 1234?' },
  { typed: '-1,234', says: 'Do you mean -1.234 or -1234?' },
  { typed: '1,234,567', says: 'Do you mean 1234567?' },
  { typed: '1,234.5', says: 'Do you mean 1234.5?' },
  { typed: '1.234,5', says: 'Do you mean 1234.5?' },
  { typed: '1.234.567', says: 'Do you mean 1234567?' },
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
  '٣',
])('«%s» is not one number', (typed) => {
  const read = readNumber(typed);
  const isNumberAlone = read.ok && read.unit === '';
  expect(isNumberAlone).toBe(false);
});

test.each(['1/2', '1 / 2 GB', '2^10', '3-4 GB', '3 – 4', '3..4', '5:3', '3±1', '3 or 4', '3 to 4 GB', '1+1'])(
  '%s goes on behind its first number, and is never taken for that alone',
  (typed) => expect(readNumber(typed).ok).toBe(false),
);

test.each(['5 l/100km', '5 m2', '5 /s', '5 to go', '5 kcal per 100 g'])('%s has a unit', (typed) =>
  expect(readNumber(typed)).toMatchObject({ ok: true, value: 5 }),
);

test('a long line is read in a moment', () => {
  expect(readNumber(`${'1 '.repeat(20_000)}x`).ok).toBe(false);
  expect(readNumber(`${'1,'.repeat(20_000)}x`).ok).toBe(false);
});
