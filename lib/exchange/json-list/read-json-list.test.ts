import { expect, test } from 'vitest';
import { feedbackOf, summaryOf } from '#lib/exchange/testing/summary.ts';
import { readJsonList } from './read-json-list.ts';

const summaries = (value: unknown) => readJsonList(JSON.stringify(value)).entries.map(summaryOf);

test('the fields of the sheet, in a list or in an object', () => {
  const questions = [
    { question: 'Which?', right: ['a', 'x | y'], wrong: 'c' },
    { question: 'How many?', right: 3, tolerance: 0.5 },
    { question: 'Sort.', kind: 'order', right: ['one', 'two', 'three'], hint: ['first', 'second'] },
    { question: 'Why?' },
  ];
  const expected = [
    { kind: 'choice', answers: ['=a', '=x | y', '~c'] },
    { kind: 'number', answers: ['=3 ± 0.5'] },
    { kind: 'order', answers: ['one', 'two', 'three'], hints: ['first', 'second'] },
    { kind: 'open' },
  ];
  expect(summaries(questions)).toMatchObject(expected);
  expect(summaries({ about: [{ question: 'no' }], questions })).toMatchObject(expected);
});

test('options and answer: by text, by letter, by number, or marked', () => {
  const options = ['a start', 'an end', 'a plant'];
  const { entries } = readJsonList(
    JSON.stringify([
      { prompt: 'Seed?', options, answer: 'an end' },
      { stem: 'Seed?', choices: options, key: 'C' },
      { text: 'Seed?', options, correct: 0 },
      { text: 'Seed?', options, answer: [0, 2] },
      {
        question: 'Seed?',
        answers: [
          { text: 'a start', correct: true, feedback: 'Yes.' },
          { text: 'an end', correct: false, feedback: 'No.' },
        ],
      },
    ]),
  );
  expect(entries.map(summaryOf)).toMatchObject([
    { answers: ['=an end', '~a start', '~a plant'] },
    { answers: ['=a plant', '~a start', '~an end'] },
    { answers: ['=a start', '~an end', '~a plant'] },
    { answers: ['=a start', '=a plant', '~an end'] },
    { answers: ['=a start', '~an end'] },
  ]);
  expect(feedbackOf(entries[4])).toEqual(['Yes.', 'No.']);
});

test('numbers count from 1 if one is the number of options, and tell nothing if none shows it', () => {
  const question = (answer: number) => ({ question: `Which ${answer}?`, options: ['a', 'b', 'c'], answer });
  expect(summaries([question(3), question(1)])).toMatchObject([
    { answers: ['=c', '~a', '~b'] },
    { answers: ['=a', '~b', '~c'] },
  ]);
  expect(summaries([question(1), question(2)])).toMatchObject([
    { reason: expect.stringContaining('may count from 0 or from 1') },
    { reason: expect.stringContaining('may count from 0 or from 1') },
  ]);
});

test('options that are numbers are named by their text', () => {
  expect(summaries([{ question: 'Two and two?', options: [3, 4, 5], answer: 4 }])).toMatchObject([
    { answers: ['=4', '~3', '~5'] },
  ]);
});

test('a question with a fault is refused at its line, the others are read', () => {
  const text = [
    '{"title": "{",',
    ' "questions": [',
    '  {"question": "One?", "options": ["a", "b"], "answer": "a"},',
    '  "two",',
    '  {"question": "Three?",',
    '   "options": ["a", "b"], "answer": "z"}',
    ']}',
  ].join('\n');
  expect(readJsonList(text).entries.map(summaryOf)).toMatchObject([
    { line: 3, answers: ['=a', '~b'] },
    { refused: 'question', reason: expect.stringContaining('object') },
    { refused: 'question', at: '5:1', reason: 'The answer «z» is none of the options.' },
  ]);
});

test('what is no JSON is told at line and column', () => {
  expect(readJsonList('[\n  {"question": "One?",}\n]').entries.map(summaryOf)).toMatchObject([
    { refused: 'file', at: '2:23', reason: expect.stringContaining('no JSON') },
  ]);
  expect(readJsonList('{"a": 1}')).toMatchObject({ entries: [], notes: [expect.stringContaining('list')] });
});
