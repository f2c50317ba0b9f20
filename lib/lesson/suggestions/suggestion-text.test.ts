import { expect, test } from 'vitest';
import type { SuggestedEdit } from './suggestion.ts';
import { suggestionText } from './suggestion-text.ts';

const figure = { value: 0.125, low: 0.1, high: 0.2, n: 80 };

test.each<{ suggested: SuggestedEdit; says: string; edit: string }>([
  {
    suggested: { kind: 'dead-distractor', option: 'moon' },
    says: '«moon» is chosen by 0.13 [0.10, 0.20] of 80.',
    edit: 'in the place of «moon»',
  },
  { suggested: { kind: 'suspected-key', option: 'sun', key: figure }, says: 'n 80', edit: 'move the tick' },
  {
    suggested: { kind: 'suspected-key', option: 'sun', key: null },
    says: 'the key: none, as nobody or everybody chose it',
    edit: 'If «sun» is right',
  },
  {
    suggested: { kind: 'wrong-level', from: 'easy', to: 'hard' },
    says: '0.13 [0.10, 0.20] of 80 are right at the first try',
    edit: 'level="easy" → level="hard"',
  },
  {
    suggested: { kind: 'short-clock', fromMs: 90_000, toMs: 120_000 },
    says: '0.13 [0.10, 0.20] of 80 come in the last tenth',
    edit: 'time="1:30" → time="2:00"',
  },
  {
    suggested: { kind: 'hint-without-help', guessed: 1 / 3 },
    says: 'guessing would give 0.33',
    edit: 'Write another hint',
  },
])('$suggested.kind names the figure with n, and the edit', ({ suggested, says, edit }) => {
  const text = suggestionText({ itemId: 'one', figure, ...suggested });
  expect(text.says).toContain(says);
  expect(text.edit).toContain(edit);
});
