import { expect, test } from 'vitest';
import {
  exampleGrade,
  explained,
  graded,
  incomplete,
  posted,
  readItem,
} from '#lib/item/testing/read-item.ts';
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

const keyed = (key: string, attributes = '') =>
  readItem(`<Text id="t" objective="aim" ${attributes}>\n\nQ?\n\n- [x] \`${key}\`\n\n</Text>\n`);

test.each([
  { key: 'npm ci --omit=dev', text: 'npm ci —omit=dev', correct: true },
  { key: 'npm ci --omit=dev', text: 'npm ci –omit=dev', correct: true },
  { key: 'npm ci --omit=dev', text: 'npm ci -omit=dev', correct: false },
  { key: 'rock—paper', text: 'rock--paper', correct: true },
  { key: 'rock—paper', text: 'rock-paper', correct: true },
  { key: '---', text: '—-', correct: true },
  { key: '---', text: '—', correct: false },
  { key: 'print("hi")', text: 'print(« hi »)', correct: true },
  { key: "it's", text: 'it´s', correct: true },
  { key: 'and so on...', text: 'and so on…', correct: true },
  { key: 'ＡＢＣ（１）', text: 'ABC(1)', correct: true },
  { key: 'x = 5', text: 'x\u3000=\u2009٥', correct: true },
  { key: 'می‌روم', text: 'میروم', correct: true },
  { key: 'x²', text: 'x2', correct: false },
])('nothing is ignored, «$text» for «$key»: $correct', ({ key, text, correct }) =>
  expect(graded(keyed(key), say(text)).correct).toBe(correct),
);

test.each([
  { ignore: 'accents', key: 'Việt', text: 'Viet', correct: true },
  { ignore: 'accents', key: 'שָׁלוֹם', text: 'שלום', correct: true },
  { ignore: 'accents', key: 'йод', text: 'иод', correct: false },
  { ignore: 'accents', key: 'กิน', text: 'กน', correct: false },
  { ignore: 'accents', key: 'がく', text: 'かく', correct: false },
  { ignore: 'case', key: 'ΣΊΣΥΦΟΣ', text: 'σίσυφος', correct: true },
  { ignore: 'case', key: 'İzmir', text: 'IZMIR', correct: true },
  { ignore: 'case', key: 'ılık', text: 'ilik', correct: false },
  { ignore: 'case', key: 'МОСКВА', text: 'москва', correct: true },
  { ignore: 'case accents', key: 'ΆΝΘΡΩΠΟΣ', text: 'ανθρωπος', correct: true },
])('$ignore is ignored, «$text» for «$key»: $correct', ({ ignore, key, text, correct }) =>
  expect(graded(keyed(key, `ignore="${ignore}"`), say(text)).correct).toBe(correct),
);

test.each([
  { attributes: 'length="2-3"', key: 'i--', text: 'i—', says: null },
  { attributes: 'form="identifier"', key: 'किताब_1', text: 'किताब_१', says: null },
  {
    attributes: 'form="identifier"',
    key: 'x2',
    text: 'x²',
    says: 'Write one identifier: letters, digits and _, no digit first.',
  },
  { attributes: 'form="digits"', key: '42', text: '٤٢', says: null },
  { attributes: '', key: 'a', text: '\u200b\u00ad', says: 'Write your answer first.' },
])('«$text» fits «$attributes»: $says', ({ attributes, key, text, says }) =>
  expect(incomplete(keyed(key, attributes), say(text))).toBe(says),
);

test.each([
  { right: '--all', wrong: '—all' },
  { right: '2', wrong: '２' },
  { right: 'wait...', wrong: 'wait…' },
])('«$wrong» cannot be wrong where «$right» is right', ({ right, wrong }) =>
  expect(() =>
    readItem(`<Text id="t" objective="aim">\n\nQ?\n\n- [x] \`${right}\`\n- [ ] \`${wrong}\`\n\n</Text>\n`),
  ).toThrow('value-twice'),
);

test.each([
  { key: 'Xylophone', attributes: 'ignore="case"' },
  { key: '١٢', attributes: 'form="digits"' },
  { key: 'ｘ１', attributes: '' },
])('the example of a wrong answer to «$key» is wrong', ({ key, attributes }) => {
  const read = readItem(`<Text id="t" objective="aim" ${attributes}>\n\nQ?\n\n- [x] \`${key}\`\n\n</Text>\n`);
  expect(exampleGrade(read, false, 's').correct).toBe(false);
});

test('a foreseen wrong answer has its note, another has none', () => {
  expect(JSON.stringify(explained(loose, say('Canary Tea'), false).notes)).toContain('canaryWrong');
  expect(explained(loose, say('coffee'), false)).toEqual({ parts: { text: 'wrong' }, notes: {} });
});

test('the answer is shown at the end, and only if needed', () => {
  expect(explained(loose, say('coffee'), false)).not.toHaveProperty('model');
  expect(JSON.stringify(explained(loose, say('coffee'), true).model)).toContain('canary café');
  expect(explained(loose, say('canary café'), true)).not.toHaveProperty('model');
});

test('a line that is far too long is no answer', () => {
  expect(loose.type.formSchema.safeParse({ text: ['a'.repeat(401)] }).success).toBe(false);
  expect(posted(loose, {})).toEqual({ text: '' });
});
