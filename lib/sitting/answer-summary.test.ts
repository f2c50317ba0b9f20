import { expect, test } from 'vitest';
import {
  type AnswerResult,
  type AnswerSummary,
  sentSummaries,
  tallyOf,
  tallyText,
} from './answer-summary.ts';

const answers = (marks: string, hinted = 0): AnswerSummary[] =>
  [...marks].map((letter, at) => ({
    id: `item-${at}`,
    questionText: 'What is it?',
    result: ({ r: 'right', m: 'missed', t: 'todo' } as const satisfies Record<string, AnswerResult>)[
      letter === 'r' ? 'r' : letter === 'm' ? 'm' : 't'
    ],
    hinted: at < hinted,
    points: letter === 'r' ? 4 : 0,
  }));

test.each([
  { marks: 'rrrm', hinted: 2, words: '3 right, 1 not yet, 2 with hints', points: 12 },
  { marks: 'rrr', hinted: 0, words: '3 right', points: 12 },
  { marks: 'mtt', hinted: 1, words: '1 not yet, 1 with hints, 2 still open', points: 0 },
  { marks: '', hinted: 0, words: '', points: 0 },
])('$marks is «$words»', ({ marks, hinted, words, points }) => {
  const tally = tallyOf(answers(marks, hinted));
  expect(tallyText(tally)).toBe(words);
  expect(tally.points).toBe(points);
});

test.each([
  { marks: 'tt', texts: [null, null], why: 'without an answer no text is sent' },
  { marks: 'tr', texts: ['What is it?', 'What is it?'], why: 'with one, the texts of all' },
  { marks: 'mt', texts: ['What is it?', 'What is it?'], why: 'a wrong one counts too' },
])('a round $marks: $why', ({ marks, texts }) => {
  expect(sentSummaries(answers(marks)).map(({ questionText }) => questionText)).toEqual(texts);
});
