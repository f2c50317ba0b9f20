import { expect, test } from 'vitest';
import { summaryOf } from '#lib/exchange/testing/summary.ts';
import { readAiken } from './read-aiken.ts';

const summaries = (text: string) => readAiken(text).entries.map(summaryOf);

test('a question, its options and the letter of the right one', () => {
  expect(summaries('What is LIFO?\nA. Last in, first out\nB) Least in\nANSWER: A\n')).toEqual([
    {
      kind: 'choice',
      line: 1,
      prompt: 'What is LIFO?',
      answers: ['=Last in, first out', '~Least in'],
    },
  ]);
});

test('a fault is named at its line and costs no other question', () => {
  const file = [
    'One?',
    'A. a',
    'B. b',
    'ANSWER: C',
    '',
    'Two?',
    'A. a',
    'B. b',
    '',
    'Three?',
    'A. a',
    'A. b',
    'ANSWER: A',
    '',
    'A. a',
    'B. b',
    'ANSWER: A',
    '',
    'Five?',
    'ANSWER: A',
    '',
    'Six?',
    'A. a',
    'b, still of the line above',
    'ANSWER: A',
    '',
    'Seven?',
    'A. a',
    'B. b',
    'ANSWER: b',
  ].join('\n');
  expect(summaries(file)).toMatchObject([
    { at: '4:1', reason: expect.stringContaining('names C') },
    { at: '8:1', reason: expect.stringContaining('no line ANSWER:') },
    { at: '12:1', reason: expect.stringContaining('A is used twice') },
    { at: '15:1', reason: expect.stringContaining('no question above') },
    { at: '19:1', reason: expect.stringContaining('no options') },
    { at: '24:1', reason: expect.stringContaining('neither an option nor') },
    { line: 27, answers: ['~a', '=b'] },
  ]);
});

test('several letters become a choice of all that apply, and are named', () => {
  expect(summaries('Which?\nA. a\nB. b\nC. c\nANSWER: A, C')).toMatchObject([
    { answers: ['=a', '~b', '=c'], changes: [expect.stringContaining('several letters')] },
  ]);
});
