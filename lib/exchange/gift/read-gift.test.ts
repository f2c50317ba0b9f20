import { expect, test } from 'vitest';
import { feedbackOf, planned, summaryOf } from '#lib/exchange/testing/summary.ts';
import { readGift } from './read-gift.ts';

const only = (text: string) => readGift(text).entries[0];

test('one right answer, feedback on each, general feedback', () => {
  const entry = only('::Sum:: What is 2 + 2? {\n=4 # Yes.\n~3 # One less.\n~5\n####Two and two.}');
  expect(summaryOf(entry)).toEqual({
    kind: 'choice',
    line: 1,
    prompt: 'What is 2 + 2?',
    answers: ['=4', '~3', '~5'],
    solution: 'Two and two.',
  });
  expect(feedbackOf(entry)).toEqual(['Yes.', 'One less.', '']);
});

test('text after the braces leaves a line where the answer goes', () => {
  expect(summaryOf(only("Grant is {~buried =entombed ~living} in Grant's tomb."))).toMatchObject({
    prompt: "Grant is _____ in Grant's tomb.",
    answers: ['~buried', '=entombed', '~living'],
  });
  expect(summaryOf(only('The [{=let ~var ~const}] keyword'))).toMatchObject({
    prompt: 'The [_____] keyword',
  });
});

test('a colour as an option is told from feedback', () => {
  expect(summaryOf(only('Which is red? {=\\#ff0000 ~#00ff00 ~#0000ff}'))).toMatchObject({
    reason: expect.stringContaining('\\#'),
  });
});

test.each([
  {
    why: 'a wrong pick takes away what a right one gives, as here',
    text: 'Which? {~%50%a ~%50%b ~%-50%c}',
    changes: undefined,
  },
  {
    why: 'wrong picks for free',
    text: 'Which? {~%50%a ~%50%b ~%0%c}',
    changes: ['Wrong picks cost nothing; each cancels a right one now.'],
  },
  {
    why: 'wrong picks that cost all',
    text: 'Which? {~%50%a ~%50%b ~%-100%c}',
    changes: ['Wrong picks earned -100 %; each cancels a right one now.'],
  },
  {
    why: 'right picks of different weight',
    text: 'Which? {~%75%a ~%25%b ~%-50%c}',
    changes: ['The right answers earned 75, 25 %; each earns the same now.'],
  },
  {
    why: 'a part for a wrong answer',
    text: 'Which? {=a ~%50%b ~c}',
    changes: ['«b» earned 50 %; it counts as wrong now.'],
  },
  {
    why: 'two right answers of which one is enough',
    text: 'Which? {=a =b ~c}',
    changes: ['Any one of the right answers was enough; all of them are to be chosen now.'],
  },
])('weights: $why', ({ text, changes }) => {
  expect(summaryOf(only(text)).changes).toEqual(changes);
});

test.each([
  { text: '{#3}', answers: ['=3 ± 0'] },
  { text: '{#3:2}', answers: ['=3 ± 2'] },
  { text: '{#1..5}', answers: ['=3 ± 2'] },
  { text: '{#.1...4}', answers: ['=0.25 ± 0.15'] },
  { text: '{#3:2~#Completely wrong}', answers: ['=3 ± 2'] },
  { text: '{#=1822:0 =%0%1800:0}', answers: ['=1822 ± 0', '~1800 ± 0'] },
  { text: '{#-2.5e3:10}', answers: ['=-2500 ± 10'] },
])('numbers: $text', ({ text, answers }) => {
  expect(summaryOf(only(`How many? ${text}`))).toMatchObject({ kind: 'number', answers });
});

test('the part that a looser tolerance earned is named', () => {
  expect(summaryOf(only('When? {#=1822:0 =%50%1822:2}'))).toMatchObject({
    answers: ['=1822 ± 0'],
    changes: ['1822 (± 2) earned 50 %; it counts as wrong now.'],
  });
});

test.each([
  { text: 'Who? {=Grant =Ulysses}', kind: 'text', answers: ['=Grant', '=Ulysses'] },
  { text: 'Who? {Grant}', kind: 'text', answers: ['=Grant'] },
  { text: 'Say: {=a -> 1 =b -> 2 =c -> 3 = -> 4}', kind: 'match', answers: ['a->1', 'b->2', 'c->3', '->4'] },
  { text: 'So? {T}', kind: 'choice', answers: ['=True', '~False'] },
  { text: 'So? {FALSE#no#yes}', kind: 'choice', answers: ['~True', '=False'] },
  { text: 'Why? {}', kind: 'open', answers: [] },
])('the form of the answers decides the kind: $text', ({ text, kind, answers }) => {
  expect(summaryOf(only(text))).toMatchObject({ kind, answers });
});

test('escaped signs are text, and so are those that only Markdown would read', () => {
  const entry = only('Is \\{1\\=1\\} \\~ a\\#b\\: *so*, `x` or <5? {=\\=1 ~\\#2 ~a_b_c}');
  expect(summaryOf(entry)).toMatchObject({
    prompt: 'Is {1=1} ~ a#b: *so*, `x` or <5?',
    answers: ['==1', '~#2', '~a_b_c'],
  });
  expect(planned(readGift('Is \\{1\\=1\\} \\~ a\\#b\\: *so*, `x` or <5? {=\\=1 ~\\#2 ~a_b_c}'))).toEqual([
    '1 kept choice',
  ]);
});

test('formats: HTML is converted, Markdown is read, plain text keeps its signs', () => {
  const html = only('[html]<p>A <b>bold</b> <script>x()</script>word</p> {=a ~b}');
  expect(summaryOf(html)).toMatchObject({ prompt: 'A bold word', changes: ['Removed: <script>.'] });
  expect(summaryOf(only('[markdown]A **bold** word {=a ~b}'))).toMatchObject({ prompt: 'A bold word' });
  expect(summaryOf(only('[plain]A **bold** word {=a ~b}'))).toMatchObject({ prompt: 'A **bold** word' });
});

test('id, tags and category above a question', () => {
  const { entries } = readGift(
    '$CATEGORY: top/seeds\n\n// [id:one-more] [tag:level:hard] [tag:objective:second] [tag:week 3]\nWhat? {=a ~b}',
  );
  const [entry] = entries;
  expect(entry?.ok && entry.question).toMatchObject({
    externalId: 'one-more',
    level: 'hard',
    objective: 'second',
    tags: ['week 3'],
    category: 'top/seeds',
    place: { line: 4, column: 1 },
  });
});

test('a fault is named at its line and column and costs no other question', () => {
  const file = [
    'First? {=a ~b}',
    '',
    '::Broken::Second? {=a',
    '~b',
    '',
    '::Third::Third? {=a ~b}',
    '',
    'Fourth }',
    '',
    'Fifth? {#about three}',
    '',
    'Sixth? {=a ~b} and {=c ~d}',
    '',
    'Seventh? {~a ~b}',
    '',
    'A description.',
    '',
    'Last? {=a ~b}',
  ].join('\n');
  expect(readGift(file).entries.map(summaryOf)).toMatchObject([
    { line: 1 },
    { refused: 'question', at: '3:19', reason: expect.stringContaining('never closed') },
    { line: 6 },
    { refused: 'question', at: '8:8', reason: expect.stringContaining('closes nothing') },
    { refused: 'question', at: '10:1', reason: expect.stringContaining('«about three» is no number') },
    { refused: 'question', at: '12:14', reason: expect.stringContaining('braces within braces') },
    { refused: 'question', at: '14:1', reason: expect.stringContaining('No answer is right') },
    { refused: 'question', at: '16:1', reason: expect.stringContaining('description') },
    { line: 18 },
  ]);
});

test('the source of a refused question is kept', () => {
  const [entry] = readGift('::Broken::Second? {=a\n~b').entries;
  expect(entry?.ok === false && entry.refusal).toMatchObject({
    title: 'Broken',
    source: '::Broken::Second? {=a\n~b',
  });
});

test('an empty line within braces belongs to the question', () => {
  expect(readGift('What? {\n=a\n\n~b\n}\n\nAnd? {=c ~d}').entries.map(summaryOf)).toMatchObject([
    { line: 1, answers: ['=a', '~b'] },
    { line: 7 },
  ]);
});
