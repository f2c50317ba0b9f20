import { describe, expect, test } from 'vitest';
import { explained, graded, incomplete, posted, readItem } from '#lib/item/testing/read-item.ts';
import { examples } from './examples.ts';

const size = readItem(examples.number);
const speed = readItem(examples.withUnit);
const say = (number: string) => ({ number: [number] });
const plain = (tolerance: string, value: string) =>
  readItem(
    examples.number
      .replace('tolerance="5%" unit="GB|gigabytes"', `tolerance="${tolerance}"`)
      .replace('0.734 GB', value),
  );

test.each([
  { number: '0.734', correct: true, why: 'the number itself' },
  { number: '0.73', correct: true, why: 'within 5 %' },
  { number: '0.7707', correct: true, why: '5 % above: the end counts' },
  { number: '0.771', correct: false, why: 'more than 5 % above' },
  { number: '0.697', correct: false, why: 'more than 5 % below' },
  { number: '734e-3 GB', correct: true, why: 'with an exponent and its unit' },
  { number: '0.734 gigabytes', correct: true, why: 'another way to write the unit' },
  { number: '734', correct: false, why: 'a foreseen wrong number' },
])('a relative tolerance: $why', ({ number, correct }) =>
  expect(graded(size, say(number))).toEqual({ score: correct ? 1 : 0, correct }),
);

test.each([
  {
    tolerance: '0.1',
    value: '0.3',
    number: '0.4',
    correct: true,
    why: 'the end counts, though 0.4 - 0.3 > 0.1 in binary',
  },
  { tolerance: '0.1', value: '0.3', number: '0.41', correct: false, why: 'beyond it' },
  { tolerance: '0', value: '0.3', number: '0.3', correct: true, why: 'exactly' },
  { tolerance: '0', value: '0.3', number: '0.3001', correct: false, why: 'not exactly' },
  { tolerance: '1e-3', value: '0', number: '-0.001', correct: true, why: 'around zero' },
])('an absolute tolerance: $why', ({ tolerance, value, number, correct }) =>
  expect(graded(plain(tolerance, value), say(number)).correct).toBe(correct),
);

test.each([
  { tolerance: '0', value: '1099511627776', number: '1099511627777', correct: false },
  { tolerance: '0', value: '1099511627776', number: '1.099511627776e12', correct: true },
  { tolerance: '0', value: '1099511627776', number: '1099511627776.0001', correct: false },
  { tolerance: '0', value: '-9007199254740993', number: '-9007199254740992', correct: false },
  { tolerance: '0', value: '2432902008176640000', number: '2432902008176640001', correct: false },
  { tolerance: '0', value: '2432902008176640000', number: '2 432 902 008 176 640 000', correct: true },
  { tolerance: '0', value: '1e30', number: '1000000000000000000000000000001', correct: false },
  { tolerance: '1', value: '18446744073709551615', number: '18446744073709551616', correct: true },
  { tolerance: '1', value: '18446744073709551615', number: '18446744073709551617', correct: false },
  { tolerance: '0.7%', value: '1000000000000000000', number: '1007000000000000000', correct: true },
  { tolerance: '0.7%', value: '1000000000000000000', number: '1007000000000000001', correct: false },
  { tolerance: '0', value: '0.125', number: '0.12500001', correct: false },
  { tolerance: '0', value: '0.1', number: '0.1000000000001', correct: false },
  { tolerance: '0', value: '3.141592653589793', number: '3.141592653589794', correct: false },
])('$number for $value ± $tolerance, exactly: $correct', ({ tolerance, value, number, correct }) =>
  expect(graded(plain(tolerance, value), say(number)).correct).toBe(correct),
);

test.each([
  { value: '3.3', number: '3.3000000000000003', correct: true, why: '1.1 + 2.2' },
  { value: '0.1', number: '0.09999999999999432', correct: true, why: '100.1 - 100' },
  { value: '57', number: '56.99999999999999', correct: true, why: '0.57 * 100' },
  { value: '-0.3', number: '-0.29999999999999999', correct: true, why: '17 digits of -0.3' },
  { value: '0.3', number: '0.30000000000001', correct: false, why: 'no program prints that for 0.3' },
  { value: '0.30000000000000004', number: '0.3', correct: false, why: 'the key is the noise itself' },
  { value: '0.30000000000000004', number: '0.30000000000000004', correct: true, why: 'which is typed' },
  { value: '4503599627370496', number: '4503599627370496.5', correct: false, why: 'a half is no noise' },
])('noise of binary fractions, $number for $value: $why', ({ value, number, correct }) =>
  expect(graded(plain('0', value), say(number)).correct).toBe(correct),
);

test('a tolerance in words is reported, and breaks nothing else', () =>
  expect(() => plain('a little', '2')).toThrow('write a number such as 0.5'));

test('the ends of a range around a large number are shown in full', () => {
  const read = plain('1', '18446744073709551615');
  expect(explained(read, say('5'), true).model).toEqual([
    ['p', null, '18446744073709551615. Anything from 18446744073709551614 to 18446744073709551616 counts.'],
  ]);
});

test('two large numbers with the same binary value are two answers', () => {
  const read = readItem(
    '<Number id="n" objective="aim">\n\nQ?\n\n- [x] 9007199254740993\n- [ ] 9007199254740992\n  > canaryNear\n\n</Number>\n',
  );
  expect(JSON.stringify(explained(read, say('9007199254740992'), false).notes)).toContain('canaryNear');
});

test.each([
  { number: '٠٫٧٣٤', correct: true, why: 'Arabic-Indic digits' },
  { number: '０．７３４ ＧＢ', correct: true, why: 'full-width, with its unit' },
  { number: '7.34 · 10⁻¹', correct: true, why: 'a raised power of ten' },
  { number: '0.734 000 0', correct: true, why: 'decimals in groups' },
  { number: '٧٣٤', correct: false, why: 'the foreseen wrong number' },
])('another keyboard: $why', ({ number, correct }) => {
  expect(incomplete(size, say(number))).toBeNull();
  expect(graded(size, say(number)).correct).toBe(correct);
});

test.each([
  { number: '73.3 canary/s', correct: true, why: 'number and unit' },
  {
    number: '-73.5canary per second',
    correct: true,
    why: 'another right number, another way to write the unit',
  },
  { number: '73.4 m/s', correct: false, why: 'the unit is wrong' },
  { number: '72 canary/s', correct: false, why: 'the number is wrong' },
])('a unit that is asked for: $why', ({ number, correct }) =>
  expect(graded(speed, say(number)).correct).toBe(correct),
);

test.each([
  { unit: 'µs', typed: '5 μs', why: 'the micro sign and a mu' },
  { unit: 'm²', typed: '5 m2', why: 'a raised figure' },
  { unit: 'N·m', typed: '5 N⋅m', why: 'two dots of a product' },
  { unit: 'man–hours', typed: '5 man-hours', why: 'dashes' },
  { unit: '°C', typed: '5 ºC', why: 'a degree sign and a raised o' },
  { unit: 's⁻¹', typed: '5 s−1', why: 'a raised minus and a minus' },
  { unit: 'MB/s', typed: '5 MB / s.', why: 'blanks and a full stop' },
])('$typed is in $unit: $why', ({ unit, typed }) => {
  const asked = examples.withUnit.replace('canary/s', unit).replace('[x] 73.4', '[x] 5');
  expect(graded(readItem(asked), say(typed)).correct).toBe(true);
});

test('capitals count in a unit', () => {
  const asked = readItem(examples.withUnit.replace('canary/s', 'MB'));
  expect(graded(asked, say('73.3 MB')).correct).toBe(true);
  expect(graded(asked, say('73.3 Mb')).correct).toBe(false);
});

describe('what costs no attempt', () => {
  test.each([
    { read: size, number: '', says: 'Write a number first.' },
    { read: size, number: '0,734', says: 'Do you mean 0.734? Write it with a decimal point.' },
    {
      read: size,
      number: '1,234',
      says: 'Do you mean 1.234 or 1234? A comma can be read as either, so write one of these.',
    },
    { read: size, number: '734 MB', says: 'Answer in GB. Write the number alone.' },
    {
      read: size,
      number: 'NaN',
      says: 'This does not read as one number. Write digits with a decimal point, such as 3.5 or 1e3.',
    },
    { read: plain('0', '2'), number: '2 apples', says: 'Write the number alone, with nothing after it.' },
    ...['1/2', '73/2 canary/s', '2^6 canary/s', '70-80 canary/s', '70 to 80 canary/s', '73.4±1 canary/s'].map(
      (number) => ({
        read: speed,
        number,
        says: 'This does not read as one number. Write digits with a decimal point, such as 3.5 or 1e3.',
      }),
    ),
    { read: speed, number: '73.4', says: 'Write the unit too, after the number.' },
  ])('«$number»: $says', ({ read, number, says }) => expect(incomplete(read, say(number))).toBe(says));

  test.each([
    { read: size, number: '5' },
    { read: size, number: '5 GB' },
    { read: speed, number: '5 apples' },
  ])('but «$number» is an answer', ({ read, number }) => expect(incomplete(read, say(number))).toBeNull());
});

test('a foreseen wrong number has its own note, other wrong numbers have none', () => {
  expect(JSON.stringify(explained(size, say('735'), false).notes)).toContain('canaryWrong');
  expect(explained(size, say('12'), false)).toEqual({ parts: { number: 'wrong' }, notes: {} });
  expect(JSON.stringify(explained(size, say('0.73'), false).notes)).toContain('canaryRight');
});

test('the number and its range are shown at the end, and only if needed', () => {
  expect(explained(size, say('12'), false)).not.toHaveProperty('model');
  expect(explained(size, say('12'), true).model).toEqual([
    ['p', null, '0.734 GB. Anything from 0.6973 to 0.7707 counts.'],
  ]);
  expect(explained(size, say('0.734'), true)).not.toHaveProperty('model');
});

test('number and unit are separated', () => {
  expect(explained(speed, say('73.4 m/s'), false).parts).toEqual({ number: 'right', unit: 'wrong' });
  expect(explained(speed, say('1 canary/s'), false).parts).toEqual({ number: 'wrong', unit: 'right' });
});

test('the browser receives a shown unit, never one that the learner writes', () => {
  expect(size.item.body).toEqual({ units: ['GB', 'gigabytes'], asksUnit: false });
  expect(speed.item.body).toEqual({ units: [], asksUnit: true });
});

test('the same number is counted as the same, however it was typed', () => {
  const tally = (number: string) => size.type.chosenParts?.(posted(size, say(number)));
  expect(tally('1 000')).toEqual(['1000']);
  expect(tally('1e3')).toEqual(['1000']);
  expect(tally('1e3 GB')).toEqual(['1000 GB']);
});

test('a line that is far too long is no answer', () => {
  expect(size.type.formSchema.safeParse({ number: ['1'.repeat(121)] }).success).toBe(false);
  expect(posted(size, {})).toEqual({ number: '' });
});
