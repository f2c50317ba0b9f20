import { expect, test } from 'vitest';
import {
  compare,
  decimalOf,
  decimalText,
  isWhole,
  minus,
  plus,
  significantDigits,
  times,
} from './decimal.ts';

test.each([
  { written: '1.50', text: '1.5' },
  { written: '-.5', text: '-0.5' },
  { written: '+5.', text: '5' },
  { written: '12e3', text: '12000' },
  { written: '12E-3', text: '0.012' },
  { written: '-0', text: '0' },
  { written: '1e21', text: '1e+21' },
  { written: '9007199254740993', text: '9007199254740993' },
  { written: '0.10000000000000000001', text: '0.10000000000000000001' },
])('$written is $text', ({ written, text }) => expect(decimalText(decimalOf(written))).toBe(text));

test('sums and products are exact', () => {
  expect(decimalText(plus(decimalOf('0.1'), decimalOf('0.2')))).toBe('0.3');
  expect(decimalText(minus(decimalOf('1e3'), decimalOf('0.001')))).toBe('999.999');
  expect(decimalText(times(decimalOf('-1.1'), decimalOf('1.1')))).toBe('-1.21');
});

test('numbers are compared by value, not by how they are written', () => {
  expect(compare(decimalOf('1.0'), decimalOf('1'))).toBe(0);
  expect(compare(decimalOf('-2'), decimalOf('1e-9'))).toBeLessThan(0);
  expect(compare(decimalOf('18446744073709551616'), decimalOf('18446744073709551615'))).toBeGreaterThan(0);
});

test('digits that count', () => {
  expect(significantDigits(decimalOf('-0.00120'))).toBe(2);
  expect(isWhole(decimalOf('12.00'))).toBe(true);
  expect(isWhole(decimalOf('12.01'))).toBe(false);
});

test.each(['1,5', 'x', '1e', '1.2.3'])('«%s» is refused', (text) => expect(() => decimalOf(text)).toThrow());
