import { expect, test } from 'vitest';
import { moreWords, verdictWords } from './verdict-words.ts';

test.each([
  {
    outcome: 'strong',
    right: 10,
    asked: 10,
    byLuck: 2,
    says: /^10 of 10 .* seldom gets that far/,
    luck: false,
  },
  { outcome: 'not-yet', right: 3, asked: 10, byLuck: 2, says: /seldom misses so many/, luck: false },
  { outcome: 'unsure', right: 7, asked: 10, byLuck: 3, says: /guessing would get about 3 right/, luck: true },
  { outcome: 'unsure', right: 5, asked: 5, byLuck: 0, says: /fits someone who knows 70 %/, luck: false },
] as const)('$outcome, $right of $asked: luck is named only as a reason', ({ says, luck, ...result }) => {
  expect(verdictWords(result)).toMatch(says);
  expect(/guess|luck/.test(verdictWords(result))).toBe(luck);
});

test('what would settle it', () => {
  expect([1, 4, 30].map(moreWords)).toEqual([
    'About one more question would settle it.',
    'About 4 more questions would settle it.',
    'It would take about 30 more questions, or more, to settle it.',
  ]);
});
