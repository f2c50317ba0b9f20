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
    { read: size, number: '0,734', says: 'Do you mean 0.734? Write it so, with a decimal point.' },
    {
      read: size,
      number: '1,234',
      says: 'Do you mean 1.234 or 1234? A comma can be read as either, so write one of these.',
    },
    { read: size, number: '734 MB', says: 'The answer is wanted in GB. Write the number alone.' },
    {
      read: size,
      number: 'NaN',
      says: 'This does not read as one number. Write digits with a decimal point, such as 3.5 or 1e3.',
    },
    { read: plain('0', '2'), number: '2 apples', says: 'Write the number alone, with nothing behind it.' },
    ...['1/2', '73/2 canary/s', '2^6 canary/s', '70-80 canary/s', '70 to 80 canary/s', '73.4±1 canary/s'].map(
      (number) => ({
        read: speed,
        number,
        says: 'This does not read as one number. Write digits with a decimal point, such as 3.5 or 1e3.',
      }),
    ),
    { read: speed, number: '73.4', says: 'Write the unit too, behind the number.' },
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

test('the number and what counts around it are told at the end, and only when it is needed', () => {
  expect(explained(size, say('12'), false)).not.toHaveProperty('model');
  expect(explained(size, say('12'), true).model).toEqual([
    ['p', null, '0.734 GB. Anything from 0.6973 to 0.7707 counts.'],
  ]);
  expect(explained(size, say('0.734'), true)).not.toHaveProperty('model');
});

test('number and unit are told apart', () => {
  expect(explained(speed, say('73.4 m/s'), false).parts).toEqual({ number: 'right', unit: 'wrong' });
  expect(explained(speed, say('1 canary/s'), false).parts).toEqual({ number: 'wrong', unit: 'right' });
});

test('the browser is told of a shown unit, never of an asked one', () => {
  expect(size.item.body).toEqual({ units: ['GB', 'gigabytes'], asksUnit: false });
  expect(speed.item.body).toEqual({ units: [], asksUnit: true });
});

test('the same number is counted as the same, however it was typed', () => {
  const tally = (number: string) => size.type.tally?.(posted(size, say(number)));
  expect(tally('1 000')).toEqual(['1000']);
  expect(tally('1e3')).toEqual(['1000']);
  expect(tally('1e3 GB')).toEqual(['1000 GB']);
});

test('a line that is far too long is no answer', () => {
  expect(size.type.form.safeParse({ number: ['1'.repeat(121)] }).success).toBe(false);
  expect(posted(size, {})).toEqual({ number: '' });
});
