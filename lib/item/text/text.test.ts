import { expect, test } from 'vitest';
import { explained, graded, incomplete, posted, readItem } from '#lib/item/testing/read-item.ts';
import { examples } from './examples.ts';

const loose = readItem(examples.text);
const formed = readItem(examples.formed);
const strict = readItem(examples.text.replace(' ignore="case spaces punctuation accents"', ''));
const say = (text: string) => ({ text: [text] });

test.each([
  { text: 'canary café', correct: true, why: 'as it is' },
  { text: '  Canary\u00a0 CAFE! ', correct: true, why: 'blanks, case, accents and punctuation' },
  { text: 'canarycafe\u0301', correct: true, why: 'no space, and an accent of its own' },
  { text: 'canary tea', correct: false, why: 'another word' },
])('all is ignored: $why', ({ text, correct }) =>
  expect(graded(loose, say(text))).toEqual({ score: correct ? 1 : 0, correct }),
);

test.each([
  { text: 'canary  cafe\u0301 ', correct: true, why: 'runs of blanks and the spelling of é never count' },
  { text: 'canary\u200b café', correct: true, why: 'nor does what cannot be seen' },
  { text: '\u200fcanary café\u200e', correct: true, why: 'nor do marks of direction' },
  { text: 'canary\u200c café\u2069', correct: true, why: 'nor joiners and isolates' },
  { text: 'Canary café', correct: false, why: 'case counts' },
  { text: 'canarycafé', correct: false, why: 'a space counts' },
  { text: 'canary cafe', correct: false, why: 'an accent counts' },
  { text: 'canary café.', correct: false, why: 'a full stop counts' },
])('nothing is ignored: $why', ({ text, correct }) =>
  expect(graded(strict, say(text)).correct).toBe(correct),
);

test.each([
  { read: loose, text: ' ', says: 'Write your answer first.' },
  { read: loose, text: '?!', says: 'Write your answer first.' },
  { read: formed, text: 'two words', says: 'Write one identifier: letters, digits and _, no digit first.' },
  { read: formed, text: '1st', says: 'Write one identifier: letters, digits and _, no digit first.' },
  { read: formed, text: 'abc', says: 'It has 4 to 12 characters. This has 3.' },
  { read: formed, text: 'abcdefghijklm', says: 'It has 4 to 12 characters. This has 13.' },
  { read: formed, text: 'wrong_1', says: null },
])('«$text» costs no attempt when its form is wrong', ({ read, text, says }) =>
  expect(incomplete(read, say(text))).toBe(says),
);

test.each([
  { form: 'one word', text: 'lock file', fits: false },
  { form: 'one word', text: 'lock-file', fits: true },
  { form: 'digits', text: '4 2', fits: false },
  { form: 'digits', text: '42', fits: true },
])('$form: «$text»', ({ form, text, fits }) => {
  const key = form === 'digits' ? '7' : 'canary';
  const read = readItem(
    examples.formed.replace('form="identifier" length="4-12"', `form="${form}"`).replace('`canary_1`', key),
  );
  expect(incomplete(read, say(text)) === null).toBe(fits);
});

test('a foreseen wrong answer has its note, another has none', () => {
  expect(JSON.stringify(explained(loose, say('Canary Tea'), false).notes)).toContain('canaryWrong');
  expect(explained(loose, say('coffee'), false)).toEqual({ parts: { text: 'wrong' }, notes: {} });
});

test('the answer is told at the end, and only when it is needed', () => {
  expect(explained(loose, say('coffee'), false)).not.toHaveProperty('model');
  expect(JSON.stringify(explained(loose, say('coffee'), true).model)).toContain('canary café');
  expect(explained(loose, say('canary café'), true)).not.toHaveProperty('model');
});

test('a line that is far too long is no answer', () => {
  expect(loose.type.form.safeParse({ text: ['a'.repeat(401)] }).success).toBe(false);
  expect(posted(loose, {})).toEqual({ text: '' });
});
