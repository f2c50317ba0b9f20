import { expect, test } from 'vitest';
import { feedbackOf, planned, summaryOf } from '#lib/exchange/testing/summary.ts';
import { readSheet } from './read-sheet.ts';

const summaries = (text: string) => readSheet(text).entries.map(summaryOf);

test('the sheet: what is filled decides the kind, unless it is named', () => {
  const file = [
    'question;right;wrong;kind;tolerance',
    'Which?;a|b;c;;',
    'How many?;3;;;0.5',
    'Who?;Ada|Lovelace;;;',
    'Why?;;;;',
    'Sort.;one|two|three;;order;',
    'Match.;a -> 1|b -> 2|c -> 3| -> 4;;match;',
    'Front;Back;;card;',
  ].join('\n');
  expect(summaries(file)).toMatchObject([
    { line: 2, kind: 'choice', answers: ['=a', '=b', '~c'] },
    { line: 3, kind: 'number', answers: ['=3 ± 0.5'] },
    { line: 4, kind: 'text', answers: ['=Ada', '=Lovelace'] },
    { line: 5, kind: 'open' },
    { line: 6, kind: 'order', answers: ['one', 'two', 'three'] },
    { line: 7, kind: 'match', answers: ['a->1', 'b->2', 'c->3', '->4'] },
    { line: 8, kind: 'card', answers: ['Back'] },
  ]);
});

test('feedback stands in the order of the answers; a bar is escaped', () => {
  const [entry] = readSheet('question,right,wrong,feedback\nOr?,a \\| b,c,Yes|No').entries;
  expect(summaryOf(entry)).toMatchObject({ answers: ['=a | b', '~c'] });
  expect(feedbackOf(entry)).toEqual(['Yes', 'No']);
});

test('a row with a fault is refused at its line, the others are read', () => {
  const file =
    'question,right,wrong,kind\nOne?,a,b,\nTwo?,x,,number\nThree?,a,b,essay\nFo"ur?,a,b,\nFive?,a,b,';
  expect(summaries(file)).toMatchObject([
    { line: 2 },
    { refused: 'number', at: '3:1', reason: '«x» is no number.' },
    { refused: 'essay', at: '4:1', reason: expect.stringContaining('no kind «essay»') },
    { refused: 'row', at: '5:1', reason: expect.stringContaining('quote in the middle') },
    { line: 6 },
  ]);
});

test('a row without a question is refused in the words of a table', () => {
  expect(summaries('question,right,wrong\nOne?,a,b\n,a,b')).toMatchObject([
    { line: 2 },
    { refused: 'choice', at: '3:1', reason: 'This row has no question. Fill its column `question`.' },
  ]);
});

test('a list from Quizlet becomes cards, quotes and all', () => {
  expect(summaries('seed\tthe "start" of a generator\ndraw\ta number of it')).toEqual([
    { kind: 'card', line: 1, prompt: 'seed', answers: ['the "start" of a generator'] },
    { kind: 'card', line: 2, prompt: 'draw', answers: ['a number of it'] },
  ]);
});

test('an export of Anki: its head, HTML, gaps', () => {
  const file = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#tags column:4',
    'Ab1\tWhat is a <b>seed</b>?\tA start.<br>No more.\tone two',
    'Ab2\tA {{c1::seed::word}} starts it.\tSo it is.\t',
    'Ab3\talone\t\t',
  ].join('\n');
  const { entries } = readSheet(file);
  expect(entries.map(summaryOf)).toMatchObject([
    { kind: 'card', line: 5, prompt: 'What is a seed?', answers: ['A start. No more.'] },
    { kind: 'blanks', answers: ['A ', '[[seed]]', ' starts it.'], solution: 'So it is.' },
    { refused: 'card', at: '7:1', reason: expect.stringContaining('one side only') },
  ]);
  expect(entries[0]?.ok && entries[0].question).toMatchObject({ externalId: 'Ab1', tags: ['one', 'two'] });
});

test('signs of Markdown in a cell are shown as they are', () => {
  expect(planned(readSheet('question,right,wrong\n"Is 2*3*4 <5 or $5 {x}?",_a_,# b'))).toEqual([
    '2 kept choice',
  ]);
});
