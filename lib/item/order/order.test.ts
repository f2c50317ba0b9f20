import { expect, test } from 'vitest';
import { explained, graded, incomplete, posted, readItem } from '#lib/item/testing/read-item.ts';
import { examples } from './examples.ts';
import { order } from './order.ts';

const whole = readItem(examples.order);
const partial = readItem(examples.partial);

test.each([
  { ids: ['first', 'second', 'third', 'fourth'], score: 1, correct: true, why: 'the right order' },
  {
    ids: ['second', 'first', 'third', 'fourth'],
    score: 0.667,
    correct: false,
    why: 'one neighbouring swap costs a third',
  },
  {
    ids: ['fourth', 'first', 'second', 'third'],
    score: 0,
    correct: false,
    why: 'one step moved all the way costs all',
  },
  { ids: ['fourth', 'third', 'second', 'first'], score: 0, correct: false, why: 'the reverse earns nothing' },
])('a whole order: $why', ({ ids, score, correct }) =>
  expect(graded(whole, { order: ids })).toEqual({ score, correct }),
);

test.each([
  { ids: ['seed', 'draw', 'log', 'print'], correct: true, why: 'the author’s order' },
  { ids: ['log', 'seed', 'draw', 'print'], correct: true, why: 'a free step first' },
  { ids: ['seed', 'draw', 'print', 'log'], correct: true, why: 'a free step last' },
  { ids: ['draw', 'seed', 'log', 'print'], correct: false, why: 'a rule is broken' },
  { ids: ['print', 'seed', 'draw', 'log'], correct: false, why: 'a rule that follows from two is broken' },
])('declared rules: $why', ({ ids, correct }) =>
  expect(graded(partial, { order: ids }).correct).toBe(correct),
);

test('an answer that lacks a step is never right', () => {
  expect(graded(whole, { order: ['second', 'third', 'fourth'] }).correct).toBe(false);
  expect(graded(whole, { order: [] })).toEqual({ score: 0, correct: false });
});

test.each([
  { fields: {}, complete: false, why: 'nothing sent' },
  { fields: { order: ['first', 'second', 'third'] }, complete: false, why: 'a step is missing' },
  { fields: { order: ['first', 'first', 'third', 'fourth'] }, complete: false, why: 'a step twice' },
  {
    fields: { order: ['fourth', 'third', 'second', 'first'] },
    complete: true,
    why: 'a wrong order is an order',
  },
])('complete: $why', ({ fields, complete }) => expect(incomplete(whole, fields) === null).toBe(complete));

test.each([
  {
    positions: ['1', '2', '3', '4'],
    order: ['first', 'second', 'third', 'fourth'],
    why: 'numbers are places',
  },
  {
    positions: ['10', '2', '30', '4'],
    order: ['second', 'fourth', 'first', 'third'],
    why: 'gaps do not matter',
  },
  { positions: ['1', '1', '3', '4'], order: ['third', 'fourth'], why: 'a number used twice places neither' },
  {
    positions: ['２', '١', '४', '\u200e3'],
    order: ['second', 'first', 'fourth', 'third'],
    why: 'digits of any keyboard',
  },
  { positions: ['1', '', 'x', '4'], order: ['first', 'fourth'], why: 'no number is no place' },
])('without script: $why', ({ positions, order: ids }) => {
  const names = ['first', 'second', 'third', 'fourth'];
  const fields = Object.fromEntries(names.map((name, at) => [`position.${name}`, [positions[at] ?? '']]));
  expect(posted(whole, fields)).toEqual({ order: ids });
});

test('a form with other fields, or far too long, is handled', () => {
  expect(posted(whole, { itemId: ['x'], order: ['first'] })).toEqual({ order: ['first'] });
  expect(order.formSchema.safeParse({ order: Array.from({ length: 41 }, String) }).success).toBe(false);
});

test('as few steps as possible are named as misplaced', () => {
  const { parts } = explained(whole, { order: ['fourth', 'first', 'second', 'third'] }, false);
  expect(parts).toEqual({ first: 'right', second: 'right', third: 'right', fourth: 'wrong' });
});

test('the right order is shown at the end, and only if needed', () => {
  const wrong = { order: ['second', 'first', 'third', 'fourth'] };
  expect(explained(whole, wrong, false)).not.toHaveProperty('model');
  expect(JSON.stringify(explained(whole, wrong, true).model)).toMatch(/First.*Second.*Third.*Fourth/);
  expect(explained(whole, { order: ['first', 'second', 'third', 'fourth'] }, true)).not.toHaveProperty(
    'model',
  );
});

test('the browser receives that several orders are right, not which', () => {
  expect(whole.item.body).toMatchObject({ several: false });
  expect(partial.item.body).toMatchObject({ several: true });
  expect(JSON.stringify(partial.item.body)).not.toMatch(/after|before/);
});

const steps = (count: number, rule: (at: number) => string = () => '') =>
  readItem(
    `<Order id="long" objective="aim">\n\nSort.\n\n${Array.from(
      { length: count },
      (_, at) => `${at + 1}. Step ${at} <Id is="s${at}" ${rule(at)}/>`,
    ).join('\n')}\n\n</Order>\n`,
  );

test('the right orders of many free steps are counted at once', () => {
  const { type, item, secret } = steps(15, (at) => (at === 14 ? 'after="s0 s1"' : ''));
  expect(type.guessProbability?.(item.body, secret.key)).toBeCloseTo(1 / 3, 12);
}, 2000);

test('an order has no more steps than can be counted', () => {
  expect(() => steps(16)).toThrow('order-too-long');
});

test('two equal blocks of code cannot be put in order', () => {
  const block = (id: string, code: string) => `1. <Id is="${id}" />\n   \`\`\`python\n   ${code}\n   \`\`\``;
  const text = [block('open', 'try:'), block('one', 'pass'), block('two', 'pass')].join('\n');
  expect(() => readItem(`<Order id="code" objective="aim">\n\nSort.\n\n${text}\n\n</Order>\n`)).toThrow(
    'step-twice',
  );
});
