import { expect, test } from 'vitest';
import { served } from '#components/item/testing/question-page.tsx';
import type { ItemState } from '#lib/sitting/served-item.ts';
import { worthText } from './worth-text.ts';

const view = { type: 'choice', view: { many: false, scoring: 'cancel', options: [] } } as const;
const right = { score: 1, correct: true, parts: {}, notes: {} };

const cases: readonly { readonly state: Partial<ItemState>; readonly text: string; readonly why: string }[] =
  [
    { state: { pays: [4, 2, 1] }, text: '4 points, then 2, 1', why: 'before the first try' },
    { state: { pays: [4] }, text: '4 points', why: 'one try' },
    { state: { pays: [2, 1], used: 1 }, text: 'now worth 2, then 1', why: 'after a try' },
    {
      state: { pays: [3, 1], hints: [['H']] },
      text: 'now worth 3, then 1',
      why: 'after a hint',
    },
    { state: { pays: [1], used: 2, hints: [['H']] }, text: 'now worth 1', why: 'it falls no further' },
    {
      state: { pays: [2, 1] },
      text: 'now worth 2, then 1',
      why: 'tried in an earlier round',
    },
    { state: { pays: [], points: 2, used: 1, outcome: right }, text: '2 points earned', why: 'paid now' },
    { state: { pays: [] }, text: 'points earned before', why: 'paid in an earlier round' },
    { state: { pays: [], used: 1, settled: true }, text: '', why: 'no feedback yet' },
    {
      state: { pays: [], used: 3, settled: true, outcome: { ...right, score: 0, correct: false } },
      text: 'no points',
      why: 'no try is left',
    },
  ];

test.each(cases)('$why: $text', ({ state, text }) => {
  expect(worthText(served({ ...view, state }))).toBe(text);
});
