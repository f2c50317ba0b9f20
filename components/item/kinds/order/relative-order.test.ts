import { expect, test } from 'vitest';
import type { PartState } from '#lib/item/item-type.ts';
import { examples } from '#lib/item/order/examples.ts';
import { explained, graded, readItem } from '#lib/item/testing/read-item.ts';
import { orderWords } from './relative-order.ts';

const wordsOf = (
  current: string,
  parts: Record<string, PartState>,
  { answered = current, final = false } = {},
) => Object.fromEntries(orderWords([...current], { parts, answered: [...answered], final }));

test('a step that is right is named relative to the others, by their numbers', () => {
  // The right order is a b c d, and d was put first: all others are in wrong places, though in order.
  expect(wordsOf('dabc', { a: 'right', b: 'right', c: 'right', d: 'wrong' })).toEqual({
    d: 'Move this',
    a: 'In order with 3 and 4',
    b: 'In order with 2 and 4',
    c: 'In order with 2 and 3',
  });
});

test('steps that are moved afterwards are named by their new numbers, and only while it is still so', () => {
  const parts = { a: 'right', b: 'right', c: 'right', d: 'wrong' } as const;
  expect(wordsOf('abcd', parts, { answered: 'dabc' })).toMatchObject({ a: 'In order with 2 and 3' });
  expect(wordsOf('bacd', parts, { answered: 'dabc' })).toEqual({
    b: 'In order with 3',
    a: 'In order with 3',
    c: 'In order with 1 and 2',
    d: 'Move this',
  });
});

test('a single step is in order with nothing', () => {
  expect(wordsOf('cba', { a: 'right', b: 'wrong', c: 'wrong' })).toEqual({ b: 'Move this', c: 'Move this' });
});

test('at the end it says how it was', () => {
  expect(wordsOf('abc', { a: 'right', b: 'right', c: 'right' }, { final: true })).toEqual({
    a: 'In order',
    b: 'In order',
    c: 'In order',
  });
  expect(wordsOf('bac', { a: 'right', b: 'wrong', c: 'right' }, { final: true })).toMatchObject({
    b: 'Out of order',
    a: 'In order with 3',
  });
});

function permutations(ids: readonly string[]): string[][] {
  if (ids.length < 2) return [[...ids]];
  return ids.flatMap((id) => permutations(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
}

test.each([
  { name: 'one right order', item: readItem(examples.order), ids: ['first', 'second', 'third', 'fourth'] },
  { name: 'several', item: readItem(examples.partial), ids: ['seed', 'draw', 'log', 'print'] },
])('of $name, what is said of any answer is true', ({ item, ids }) => {
  const rightOrders = permutations(ids).filter((order) => graded(item, { order }).correct);
  for (const answered of permutations(ids)) {
    const { parts } = explained(item, { order: answered }, false);
    for (const [id, word] of orderWords(answered, { parts, answered, final: false })) {
      const others = [...word.matchAll(/\d/g)].map(([number]) => answered[Number(number) - 1] ?? '');
      // Two steps are in order if some right order has them so.
      for (const other of others) {
        const here = answered.indexOf(id) < answered.indexOf(other);
        expect(rightOrders.some((order) => order.indexOf(id) < order.indexOf(other) === here)).toBe(true);
      }
    }
  }
});
