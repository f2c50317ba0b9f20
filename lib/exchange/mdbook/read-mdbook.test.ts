import { expect, test } from 'vitest';
import { planned, summaryOf } from '#lib/exchange/testing/summary.ts';
import { readMdbook } from './read-mdbook.ts';

const choice = `[[questions]]
id = "5f1b2c"
type = "MultipleChoice"
prompt.prompt = "What does \`let\` do?"
prompt.distractors = ["It loops", "It prints"]
answer.answer = "It names a value"
context = "See **chapter 3**."
`;
const short = `[[questions]]
type = "ShortAnswer"
prompt.prompt = "Which word?"
answer.answer = "mut"
answer.alternatives = ["Mutable", "*"]
`;
const tracing = (answer: string) => `[[questions]]
type = "Tracing"
prompt.program = """
fn main() {
  println!("[[questions]]");
}
"""
${answer}
`;

test('the three kinds of question', () => {
  const file = [
    choice,
    short,
    tracing('answer.doesCompile = true\nanswer.stdout = "hi"'),
    tracing('answer.doesCompile = false\nanswer.lineNumber = 4'),
  ];
  expect(readMdbook(file.join('\n')).entries.map(summaryOf)).toMatchObject([
    {
      line: 1,
      kind: 'choice',
      answers: ['=It names a value', '~It loops', '~It prints'],
      solution: 'See chapter 3.',
    },
    { line: 9, kind: 'text', answers: ['=mut', '=Mutable', '=*'] },
    { line: 15, kind: 'output', answers: ['hi'], changes: [expect.stringContaining('also asked')] },
    {
      line: 25,
      kind: 'choice',
      answers: ['~It compiles', '=It is refused'],
      changes: [expect.stringContaining('two options'), expect.stringContaining('line of the error, 4')],
    },
  ]);
});

test('several answers count as a whole; a shared text stands above', () => {
  const file = `[multipart]\ncase = "A shared text."\n\n${choice.replace('"It names a value"', '["It names a value", "It binds"]').replace('id =', 'multipart = "case"\nid =')}`;
  const [entry] = readMdbook(file).entries;
  expect(summaryOf(entry)).toMatchObject({ prompt: 'A shared text. What does let do?' });
  expect(entry?.ok && entry.question.task).toMatchObject({ many: true, scoring: 'exact' });
});

test('a fault is named at its line and column and costs no other question', () => {
  const file = [
    choice,
    short.replace('"mut"', 'mut"'),
    short.replace('answer.answer', 'answer.word'),
    short.replace('ShortAnswer', 'Drawing'),
    choice,
  ].join('\n');
  expect(readMdbook(file).entries.map(summaryOf)).toMatchObject([
    { line: 1 },
    {
      refused: 'ShortAnswer',
      at: expect.stringMatching(/^12:1\d$/),
      reason: expect.stringContaining('not TOML'),
    },
    { refused: 'ShortAnswer', at: '15:1', reason: expect.stringContaining('answer.answer') },
    {
      refused: 'Drawing',
      at: '21:1',
      reason: 'There is no type «Drawing». mdbook-quiz has MultipleChoice, ShortAnswer, Tracing.',
    },
    { line: 27 },
  ]);
});

test('a line to be filled in stays one, though Markdown would see emphasis', () => {
  const question = short.replace(
    /prompt\.prompt = .*/,
    'prompt.prompt = "The [_____] word **[_____]** of `a ___ b` ____"',
  );
  expect(summaryOf(readMdbook(question).entries[0])).toMatchObject({
    prompt: 'The [_____] word [_____] of a ___ b ____',
  });
});

test('what is read compiles', () => {
  expect(planned(readMdbook([choice, short].join('\n')))).toEqual(['1 kept choice', '9 kept text']);
});
