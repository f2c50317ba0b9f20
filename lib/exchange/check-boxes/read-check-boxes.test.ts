import { expect, test } from 'vitest';
import { feedbackOf, planned, summaryOf } from '#lib/exchange/testing/summary.ts';
import { readCheckBoxes } from './read-check-boxes.ts';

const summaries = (text: string) => readCheckBoxes(text).entries.map(summaryOf);

test('headings are questions, what follows the boxes is the solution', () => {
  const file =
    '# Quiz\n\n#### Q1. What is a seed?\n\n- [ ] An end\n  > No.\n- [x] A start\n\n**Explanation:** It starts.\n\n#### Q2\n\nWhich two?\n\n- [x] a\n- [x] b\n- [ ] c\n';
  const { entries } = readCheckBoxes(file);
  expect(entries.map(summaryOf)).toEqual([
    {
      kind: 'choice',
      line: 3,
      prompt: 'What is a seed?',
      answers: ['~An end', '=A start'],
      solution: 'Explanation: It starts.',
    },
    { kind: 'choice', line: 11, prompt: 'Which two?', answers: ['=a', '=b', '~c'] },
  ]);
  expect(feedbackOf(entries[0])).toEqual(['No.', '']);
});

test('questions without headings: each begins with the paragraph above its boxes', () => {
  expect(summaries('One?\n\n- [x] a\n- [ ] b\n\nTwo?\n\n- [ ] c\n- [x] d\n')).toMatchObject([
    { line: 1, prompt: 'One?', answers: ['=a', '~b'] },
    { line: 6, prompt: 'Two?', answers: ['~c', '=d'] },
  ]);
});

test('code between the boxes is the text of the option above it', () => {
  const file = '## Which prints 1?\n\n- [ ] A\n\n```py\nprint(2)\n```\n\n- [x] B\n\n```py\nprint(1)\n```\n';
  expect(summaries(file)).toMatchObject([{ answers: ['~print(2)', '=print(1)'] }]);
  expect(planned(readCheckBoxes(file))).toEqual(['1 kept choice']);
});

test('the boxes of LiaScript', () => {
  expect(summaries('One?\n\n[( )] a\n[(X)] b\n\n---\n\nTwo?\n\n[[X]] c\n[[X]] d\n[[ ]] e\n')).toMatchObject([
    { prompt: 'One?', answers: ['~a', '=b'] },
    { prompt: 'Two?', answers: ['=c', '=d', '~e'] },
  ]);
});

test('boxes of LiaScript are no code although they are indented', () => {
  expect(summaries('One?\n\n    [( )] a\n    [(X)] b\n\nTwo?\n\n    [[X]] c\n    [[ ]] d\n')).toMatchObject([
    { prompt: 'One?', answers: ['~a', '=b'] },
    { prompt: 'Two?', answers: ['=c', '~d'] },
  ]);
});

test('the title of the file is no part of its first question', () => {
  expect(summaries('# Quiz\n\nOne?\n\n- [ ] a\n- [x] b\n')).toMatchObject([{ line: 3, prompt: 'One?' }]);
  expect(summaries('# One?\n\n- [ ] a\n- [x] b\n')).toMatchObject([{ line: 1, prompt: 'One?' }]);
});

test('a fence with boxes is code; lists without boxes are text', () => {
  expect(summaries('## Look\n\n```md\n- [x] a\n```\n\n- one\n- two\n')).toEqual([]);
});

test('no tick and no question are refused at their lines', () => {
  expect(summaries('## One?\n\n- [ ] a\n- [ ] b\n\n## 2.\n\n- [x] a\n- [ ] b\n')).toMatchObject([
    { refused: 'choice', at: '1:1', reason: expect.stringContaining('No box is ticked') },
    { refused: 'choice', at: '6:1', reason: expect.stringContaining('no question') },
  ]);
});

test('a type in prose is no tag, and dollar signs of a shell are no formula', () => {
  const file = '## Is `a` in Box<T> when $HOME and $PATH are set?\n\n- [x] yes\n- [ ] no\n';
  expect(summaries(file)).toMatchObject([{ prompt: 'Is a in Box<T> when $HOME and $PATH are set?' }]);
  expect(planned(readCheckBoxes(file))).toEqual(['1 kept choice']);
});
