import { expect, test } from 'vitest';
import { alias, chance } from '#lib/chance/chance.ts';
import { explained, graded, incomplete, posted, readItem } from '#lib/item/testing/read-item.ts';
import { choice } from './choice.ts';
import { examples } from './examples.ts';

const one = readItem(examples.choice);
const many = readItem(examples.many);

test.each([
  { option: ['start'], score: 1, correct: true, why: 'the right option earns full marks' },
  { option: ['end'], score: 0, correct: false, why: 'a wrong one earns nothing' },
  { option: [], score: 0, correct: false, why: 'no option earns nothing' },
])('one of several: $why', ({ option, score, correct }) =>
  expect(graded(one, { option })).toEqual({ score, correct }),
);

test.each([
  { option: ['two', 'three'], score: 1, correct: true, why: 'the exact set earns full marks' },
  { option: ['three', 'two'], score: 1, correct: true, why: 'in any order' },
  { option: ['two', 'two', 'three'], score: 1, correct: true, why: 'a box that is sent twice counts once' },
  { option: ['two'], score: 0.5, correct: false, why: 'half of the set earns half' },
  { option: ['two', 'three', 'four'], score: 0.5, correct: false, why: 'a wrong pick cancels a right one' },
  { option: ['two', 'four'], score: 0, correct: false, why: 'as many wrong as right earns nothing' },
  { option: ['four', 'nine'], score: 0, correct: false, why: 'a score is never below zero' },
  {
    option: ['two', 'three', 'four', 'nine'],
    score: 0,
    correct: false,
    why: 'choosing everything earns nothing',
  },
])('all that apply: $why', ({ option, score, correct }) =>
  expect(graded(many, { option })).toEqual({ score, correct }),
);

test.each([
  { read: one, option: [], message: 'Choose an option.', why: 'nothing chosen' },
  { read: one, option: ['start', 'end'], message: 'Choose one option.', why: 'two radio buttons at once' },
  { read: one, option: ['end'], message: null, why: 'a wrong choice is a choice' },
  { read: many, option: [], message: 'Tick at least one option.', why: 'nothing ticked' },
  { read: many, option: ['four'], message: null, why: 'one tick is enough' },
])('not complete: $why', ({ read, option, message }) => expect(incomplete(read, { option })).toBe(message));

test('several right options, or the attribute many, make tick boxes', () => {
  expect(one.item.body).toMatchObject({ many: false });
  expect(many.item.body).toMatchObject({ many: true });
  expect(readItem(examples.choice.replace('id="one"', 'id="one" many')).item.body).toMatchObject({
    many: true,
  });
});

test('a form without the field, with too long a value or with too many is no answer', () => {
  expect(posted(one, {})).toEqual({ options: [] });
  expect(choice.formSchema.safeParse({ option: ['a'.repeat(81)] }).success).toBe(false);
  expect(choice.formSchema.safeParse({ option: Array.from({ length: 21 }, String) }).success).toBe(false);
});

test('before the end only what was chosen is explained', () => {
  const { parts, notes } = explained(one, { option: ['end'] }, false);
  expect(parts).toEqual({ end: 'wrong' });
  expect(Object.keys(notes)).toEqual(['end']);
});

test('at the end the right options are named too, and every note is shown', () => {
  const { parts, notes } = explained(one, { option: ['end'] }, true);
  expect(parts).toEqual({ end: 'wrong', start: 'missed' });
  expect(Object.keys(notes).toSorted()).toEqual(['end', 'start']);
  expect(explained(many, { option: ['two', 'four'] }, true).parts).toEqual({
    two: 'right',
    four: 'wrong',
    three: 'missed',
  });
});

test('an option named like a property of objects has no note of its own', () => {
  const odd = readItem(examples.choice.replaceAll('is="speed"', 'is="constructor"'));
  const { notes } = explained(odd, { option: ['constructor'] }, true);
  expect(Object.values(notes).every((note) => Array.isArray(note))).toBe(true);
  expect(Object.hasOwn(notes, 'constructor')).toBe(false);
});

test('the author’s order is not in the public half', () => {
  const { body } = one.item;
  const ids = 'options' in body ? (body.options ?? []).map(({ id }) => id) : [];
  expect(ids).toEqual(ids.toSorted());
});

test('an option marked last stays last, the others go everywhere', () => {
  const places = Array.from({ length: 100 }, (_, seed) => {
    const view = one.type.publicOptions(one.item.body, chance(`${seed}`), (id) => id);
    return 'options' in view ? (view.options ?? []).map(({ id }) => id) : [];
  });
  expect(new Set(places.map((ids) => ids[3]))).toEqual(new Set(['none']));
  expect(new Set(places.map((ids) => ids.indexOf('start')))).toEqual(new Set([0, 1, 2]));
});

test('names differ from sitting to sitting and say nothing', () => {
  expect(alias('a')('start')).not.toBe(alias('b')('start'));
  expect(alias('a')('start')).toMatch(/^[0-9a-f]{12}$/);
});

const exact = readItem(examples.exact);

test.each([
  { option: ['two', 'four'], score: 1, correct: true, why: 'the exact set' },
  { option: ['two'], score: 0, correct: false, why: 'half of the set' },
  { option: ['two', 'four', 'nine'], score: 0, correct: false, why: 'everything' },
])('exact scoring: $why', ({ option, score, correct }) =>
  expect(graded(exact, { option })).toEqual({ score, correct }),
);

test('the browser receives the scoring of ticks', () => {
  expect(exact.item.body).toMatchObject({ many: true, scoring: 'exact' });
  expect(many.item.body).toMatchObject({ many: true, scoring: 'cancel' });
});

test.each([
  '`Option A`',
  'The option `--all` is set',
  'A and B are events that the text names: `A and B`',
  'An answer I gave',
  'All of these',
  'The first option on the command line',
])('«%s» names no option by its place', (text) => {
  expect(() => readItem(examples.choice.replace('The end', text))).not.toThrow();
});

test.each([
  'Option A',
  'options B and C',
  'Both A and C',
  'A, B and D',
  'Only B',
  'The second answer is right',
  'None of the above',
  'All of the above.',
  'The options above',
])('«%s» names options by their place', (text) => {
  expect(() => readItem(examples.choice.replace('The end', text))).toThrow(/option-(?:letter|above)/);
});

test('what is above may be named by an option that stays at the end', () => {
  expect(() => readItem(examples.choice.replace('None of these', 'None of the above'))).not.toThrow();
});
