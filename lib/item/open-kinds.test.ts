import { expect, test } from 'vitest';
import { examples as cardExamples } from './card/examples.ts';
import { examples as recallExamples } from './recall/examples.ts';
import { explained, graded, incomplete, posted, readItem } from './testing/read-item.ts';
import { examples as whatIfExamples } from './what-if/examples.ts';

const card = readItem(cardExamples.card);
const recall = readItem(recallExamples.recall);
const whatIf = readItem(whatIfExamples.whatIf);

test.each([
  { rating: ['again'], score: 0, correct: false },
  { rating: ['hard'], score: 1, correct: true },
  { rating: ['good'], score: 1, correct: true },
  { rating: ['easy'], score: 1, correct: true },
])('a card rated $rating', ({ rating, score, correct }) =>
  expect(graded(card, { rating })).toEqual({ score, correct }),
);

test('a card waits for a rating, and knows four', () => {
  expect(incomplete(card, {})).not.toBeNull();
  expect(incomplete(card, { rating: ['good'] })).toBeNull();
  expect(card.type.formSchema.safeParse({ rating: ['perfect'] }).success).toBe(false);
});

test('the other side of a card is its one, free hint', () => {
  expect(card.item.hintCount).toBe(1);
  expect(JSON.stringify(card.secret.hints)).toContain('canaryBack');
});

test.each([
  { text: 'the seed and the lock file', score: 1, why: 'both concepts are named' },
  { text: 'SEEDS, pinning', score: 1, why: 'case and endings do not matter' },
  { text: 'a spinning wheel', score: 0, why: 'a keyword within another word is not it' },
  { text: 'nothing', score: 0, why: 'none is named' },
  { text: 'THE ＳＥＥＤ — a pin\u200bning', score: 1, why: 'full-width letters, signs that are not seen' },
])('recall by keyword: $why', ({ text, score }) =>
  expect(graded(recall, { text: [text] }).score).toBe(score),
);

test('recall is done once it was compared, whatever was ticked', () => {
  const text = ['the seed'];
  expect(graded(recall, { text })).toEqual({ score: 0.5, correct: false });
  expect(graded(recall, { text, compared: ['1'], tick: [] })).toEqual({ score: 0, correct: true });
  expect(graded(recall, { text, compared: ['1'], tick: ['the-seed', 'the-pin', 'other'] })).toEqual({
    score: 1,
    correct: true,
  });
});

test('the checklist comes with the first answer', () => {
  const { checklist } = explained(recall, { text: ['seed'] }, false);
  expect(checklist?.map(({ id, found }) => [id, found])).toEqual([
    ['the-seed', true],
    ['the-pin', false],
  ]);
});

test('keywords are listed with the comma of any keyboard', () => {
  const read = readItem(recallExamples.recall.replace(/> seed[^\n]*/, '> 種、シード，乱数، بذرة'));
  for (const text of ['種を蒔く', 'このシード', '乱数', 'البذرة بذرة'])
    expect(graded(read, { text: [text] }).score).toBeGreaterThan(0);
});

test('recall and what-if wait for words', () => {
  for (const read of [recall, whatIf]) {
    expect(incomplete(read, { text: [' '] })).not.toBeNull();
    expect(incomplete(read, { text: ['\u200b\n'] })).not.toBeNull();
    expect(incomplete(read, { text: ['a guess'] })).toBeNull();
    expect(read.type.formSchema.safeParse({ text: ['a'.repeat(10_001)] }).success).toBe(false);
  }
});

test('nobody fails a what-if', () => {
  expect(graded(whatIf, { text: ['no idea'] })).toEqual({ score: 1, correct: true });
  expect(posted(whatIf, {})).toEqual({ text: '' });
});
