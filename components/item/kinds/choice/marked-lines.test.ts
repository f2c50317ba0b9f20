import { expect, test } from 'vitest';
import type { Rich, RichNode } from '#lib/text/rich.ts';
import { markedLabels } from './marked-lines.ts';

/** A fence as the compiler writes it. */
const fence = (...lines: string[]): Rich => [
  [
    'pre',
    null,
    ['code', null, ...lines.map((line): RichNode => ['span', { className: 'line' }, `${line}\n`])],
  ],
];
const markedLines = (label: Rich | undefined): string[] =>
  [...JSON.stringify(label).matchAll(/"data-differs":""\},"([^"\\]*)/g)].map(([, line = '']) => line);

test('lines that are not in all options are marked, in each option', () => {
  const { labels, someDiffer, longestLine } = markedLabels([
    fence('import random', 'random.seed(1)', 'go()'),
    fence('import random', 'go()'),
    fence('import random', 'random.seed(time())', 'go()'),
  ]);
  expect(labels.map(markedLines)).toEqual([['random.seed(1)'], [], ['random.seed(time())']]);
  expect(someDiffer).toBe(true);
  // random.seed(time()) has 6 + 1 + 4 + 1 + 6 + 1 characters.
  expect(longestLine).toBe(19);
});

test('options in another order have the same lines marked', () => {
  const options = [fence('a', 'b'), fence('a', 'c'), fence('a', 'd')];
  const forwards = markedLabels(options).labels.map(markedLines);
  expect(markedLabels(options.toReversed()).labels.map(markedLines)).toEqual(forwards.toReversed());
});

test.each([
  { options: [fence('a'), fence('b')], why: 'no line is shared' },
  { options: [fence('a', 'b'), fence('a', 'b')], why: 'no line differs' },
])('where $why there is nothing to mark', ({ options }) => {
  const { labels, someDiffer } = markedLabels(options);
  expect(someDiffer).toBe(false);
  expect(labels.map(markedLines)).toEqual([[], []]);
});
