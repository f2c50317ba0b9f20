import { expect, test } from 'vitest';
import { explained, graded, incomplete, posted, readItem } from '#lib/item/testing/read-item.ts';
import { plainText } from '#lib/text/rich.ts';
import type { BlanksBody } from './blanks.ts';
import { examples } from './examples.ts';

const gaps = readItem(examples.blanks);
const fill = (b1: string, b2: string) => ({ 'blank.b1': [b1], 'blank.b2': [b2] });

test('every gap of the fence is read, and its answers join the bank', () => {
  expect(gaps.item.body).toMatchObject({
    blanks: ['b1', 'b2'],
    bank: ['randint', 'seed', 'shuffle', 'state'],
  });
});

test('one gap alone is read too', () => {
  const one = readItem(examples.blanks.replace('random.[[randint|randrange]](1, 10)', '3'));
  expect(one.item.body).toMatchObject({ blanks: ['b1'] });
  expect(graded(one, { 'blank.b1': ['seed'] })).toEqual({ score: 1, correct: true });
  expect(graded(one, { 'blank.b1': ['state'] })).toEqual({ score: 0, correct: false });
});

test('a text may have gaps as well, which keeps its marks', () => {
  const read = readItem(examples.blanksInText);
  expect(read.item.body).toMatchObject({ blanks: ['b1', 'b2'], bank: ['draws', 'order', 'speed'] });
  const { code } = read.item.body as BlanksBody;
  expect(code).toEqual([
    [
      'p',
      null,
      ...['The seed fixes the ', ['Blank', { id: 'b1' }], ' of a generator, and ', ['em', null, 'not']],
      ...[' its ', ['Blank', { id: 'b2' }], '.'],
    ],
  ]);
  expect(plainText(read.item.prompt)).toBe('Complete the sentence.');
  expect(graded(read, fill('draws', 'pace'))).toEqual({ score: 1, correct: true });
  expect(graded(read, fill('draws', 'order'))).toEqual({ score: 0.5, correct: false });
});

test('two brackets of a text have a backslash, above its gaps and among them', () => {
  const read = readItem(
    '<Blanks id="one" objective="aim">\n\nIn a wiki \\[[page]] and `\\[[page]]` are links.\n\n- A link: \\[[page]], *\\[\\[page|words]]*, \\[[ and a gap: [[x\\[0\\]|a\\|b]], a \\| b \\[c\\].\n\n</Blanks>\n',
  );
  expect(plainText(read.item.prompt)).toBe('In a wiki [[page]] and [[page]] are links.');
  const { code } = read.item.body as BlanksBody;
  expect(plainText(code).trim()).toBe('A link: [[page]], [[page|words]], [[ and a gap: , a | b [c].');
  expect(read.secret.key).toMatchObject({ accepted: { b1: ['x[0]', 'a|b'] } });
});

test('beside code with gaps, a text may show brackets too', () => {
  const read = readItem(
    '<Blanks id="one" objective="aim">\n\nComplete \\[[page]].\n\n```python\nx = [[1]]\n```\n\n</Blanks>\n',
  );
  expect(plainText(read.item.prompt)).toBe('Complete [[page]].');
});

test('a text without a question before it asks to fill in the gaps', () => {
  const read = readItem(
    '<Blanks id="one" objective="aim">\n\n- First [[one]]\n- then `[[two]]`\n\n</Blanks>\n',
  );
  expect(plainText(read.item.prompt)).toBe('Fill in the gaps.');
  expect(graded(read, fill('one', 'two'))).toEqual({ score: 1, correct: true });
  expect(JSON.stringify(read.item.body)).toContain('["code",null,["Blank",{"id":"b2"}]]');
});

test('brackets and bars of the code have a backslash', () => {
  const code = 'frame\\[["age", "score"]]\nkept = a [[\\|]] b or a [[x\\[0\\]|x\\[-3\\]]]';
  const typed = readItem(
    `<Blanks id="one" level="easy" objective="aim">\n\nFill it.\n\n\`\`\`python\n${code}\n\`\`\`\n\n</Blanks>\n`,
  );
  expect(plainText((typed.item.body as BlanksBody).code)).toContain('frame[["age", "score"]]');
  expect(graded(typed, fill('|', 'x[0]'))).toEqual({ score: 1, correct: true });
  expect(graded(typed, fill('|', 'x[-3]'))).toEqual({ score: 1, correct: true });
  expect(graded(typed, fill('', 'x[0'))).toEqual({ score: 0, correct: false });
});

test('fields of no gap are left out', () => {
  expect(posted(gaps, { ...fill('seed', 'state'), 'blank.zz': ['more'], 'blank.b12': ['more'] })).toEqual({
    blanks: { b1: 'seed', b2: 'state' },
  });
});

test('the code shows gaps in place of the answers', () => {
  const shown = JSON.stringify(gaps.item.body);
  expect(shown).toContain('["Blank",{"id":"b1"}]');
  expect(shown).toContain('["Blank",{"id":"b2"}]');
  expect(shown).not.toMatch(/zqblank|randrange/);
});

test.each([
  { b1: 'seed', b2: 'randint', score: 1, correct: true, why: 'the first answers' },
  { b1: 'seed', b2: 'randrange', score: 1, correct: true, why: 'an answer that is accepted too' },
  { b1: ' seed ', b2: 'randint', score: 1, correct: true, why: 'blanks around do not count' },
  { b1: 'seed', b2: 'state', score: 0.5, correct: false, why: 'one of two' },
  { b1: 'randint', b2: 'seed', score: 0, correct: false, why: 'right words in each other’s gap' },
  { b1: 'Seed', b2: 'randint', score: 0.5, correct: false, why: 'case counts' },
  { b1: '', b2: '', score: 0, correct: false, why: 'nothing' },
])('$why', ({ b1, b2, score, correct }) => expect(graded(gaps, fill(b1, b2))).toEqual({ score, correct }));

test.each([
  { b1: 'seed', b2: '', message: 'Fill blank 2 first.' },
  { b1: '', b2: ' ', message: 'Fill blank 1 and blank 2 first.' },
  { b1: 'x', b2: 'y', message: null },
])('with «$b1» and «$b2»: $message', ({ b1, b2, message }) =>
  expect(incomplete(gaps, fill(b1, b2))).toBe(message),
);

test('a wrong token of the bank has its note, what was typed has none', () => {
  expect(Object.keys(explained(gaps, fill('shuffle', 'randint'), false).notes)).toEqual(['b1']);
  expect(explained(gaps, fill('nonsense', 'randint'), false).notes).toEqual({});
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  '%s typed into a gap is just a wrong word',
  (word) => {
    expect(explained(gaps, fill(word, word), true).notes).toEqual({});
    expect(graded(gaps, fill(word, word))).toEqual({ score: 0, correct: false });
  },
);

test('the answers are shown at the end only', () => {
  expect(explained(gaps, fill('state', 'randint'), false)).toEqual({
    parts: { b1: 'wrong', b2: 'right' },
    notes: {},
  });
  expect(JSON.stringify(explained(gaps, fill('state', 'randint'), true).model)).toContain('seed');
  expect(explained(gaps, fill('seed', 'randint'), true)).not.toHaveProperty('model');
});

test('of a form only the gaps are read', () => {
  expect(posted(gaps, { ...fill('a', 'b'), itemId: ['gaps'] })).toEqual({ blanks: { b1: 'a', b2: 'b' } });
  expect(gaps.type.formSchema.safeParse({ 'blank.b1': ['a'.repeat(401)] }).success).toBe(false);
});

const once = readItem(examples.once);
const typed = readItem(examples.typedBlanks);

test('a token that can be used once and is in two blanks costs no attempt', () => {
  expect(incomplete(once, fill('low', 'low'))).toBe(
    'Each token can be used once, and one is in two blanks. Change one of them.',
  );
  expect(incomplete(once, fill('high', 'low'))).toBeNull();
  expect(incomplete(gaps, fill('seed', 'seed'))).toBeNull();
});

test.each([
  { text: 'canarySeed( 42 )', correct: true, why: 'as it stands in the code' },
  { text: 'canarySeed(42)', correct: true, why: 'spaces do not count where the author says so' },
  { text: 'canaryseed(42)', correct: false, why: 'case counts all the same' },
])('without a bank blanks are typed: $why', ({ text, correct }) =>
  expect(graded(typed, { 'blank.b1': [text] }).correct).toBe(correct),
);

test.each([
  { text: 'canarySeed（４２）', correct: true, why: 'full-width brackets and digits' },
  { text: 'canarySeed(٤٢)\u200e', correct: true, why: 'digits of another script and a mark of direction' },
  { text: 'canarySeed(4²)', correct: false, why: 'a raised figure is another sign' },
])('a blank typed with another keyboard: $why', ({ text, correct }) =>
  expect(graded(typed, { 'blank.b1': [text] }).correct).toBe(correct),
);

test('a blank filled with invisible characters is empty', () =>
  expect(incomplete(typed, { 'blank.b1': ['\u200b'] })).toBe('Fill blank 1 first.'));

test('a token of the bank that counts as an answer is reported', () => {
  const alike = examples.blanks.replace('[[seed]]', '[[--seed]]').replace('`state`', '`—seed`');
  expect(() => readItem(alike)).toThrow('bank-right');
});

test('typed blanks have no bank', () => expect(typed.item.body).toMatchObject({ bank: null }));
