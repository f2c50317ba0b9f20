import { expect, test } from 'vitest';
import type { Finding } from '#lib/lesson/lesson.ts';
import { mergeVariants, type NamedFinding } from './merge-variants.ts';

const finding = (itemId: string, rule: string, message: string): Finding => ({
  ...{ file: 'a.mdx', line: 3, column: 1, severity: 'error' as const },
  rule,
  message,
  itemId,
});
const named = (name: string, rule: string, message: string): NamedFinding => ({
  name,
  finding: finding(name.split('#')[0] ?? '', rule, message),
});
const lock = {
  sum: { interpreter: 'p', hash: 'h', values: [{ n: '1' }, { n: '2' }, { n: '3' }, { n: '4' }] },
};

test('findings about several variants of an item are one, which names their values and numbers', () => {
  const found = [
    named('sum#2', 'key-wrong', 'The key says «4», but it prints «5».'),
    named('sum#2', 'also-right', '«5» is what it prints.'),
    named('sum#4', 'key-wrong', 'The key says «8», but it prints «9».'),
    named('own', 'key-wrong', 'The key says «1».'),
    named('own', 'key-wrong', 'The key says «2».'),
  ];
  expect(mergeVariants(found, lock).map(({ itemId, rule, message }) => [itemId, rule, message])).toEqual([
    [
      'sum',
      'key-wrong',
      'With n = 2: The key says «4», but it prints «5». So it is in 2 of 4 variants: 2, 4.',
    ],
    ['sum', 'also-right', 'With n = 2: «5» is what it prints.'],
    ['own', 'key-wrong', 'The key says «1».'],
    ['own', 'key-wrong', 'The key says «2».'],
  ]);
});

test('what is the same in all variants is said without values', () => {
  const all = [1, 2, 3, 4].map((number) =>
    named(`sum#${number}`, 'proof-none', 'Nothing says what is right.'),
  );
  expect(mergeVariants(all, lock)).toEqual([all[0]?.finding]);
  const differing = [1, 2, 3, 4].map((number) =>
    named(`sum#${number}`, 'key-wrong', `«${number}» is wrong.`),
  );
  expect(mergeVariants(differing, lock)[0]?.message).toBe(
    'With n = 1: «1» is wrong. So it is in all of 4 variants: 1, 2, 3, 4.',
  );
});
