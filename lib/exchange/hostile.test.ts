import { expect, test } from 'vitest';
import { formatNamed } from './formats.ts';

/** Three hundred thousand characters: read in one pass they take a moment, compared with one another minutes. */
const many = (piece: string): string => piece.repeat(Math.ceil(300_000 / piece.length));
const moodle = (text: string): string =>
  `<quiz><question type="cloze"><questiontext format="html"><text>${text}</text></questiontext></question></quiz>`;

test.each([
  ['gift', 'lines without an end', many('a\n')],
  ['gift', 'an open brace above many lines', `Q {\n${many('a\n')}`],
  ['aiken', 'paragraphs without an option', many('a\n\n')],
  ['csv', 'gaps that nothing closes', `${many('{{c1::')},b\n`],
  ['csv', 'brackets within a gap', `{{c1::${many('<')}}},b\n`],
  ['markdown', 'empty lines below a box', `- [x] a\n${many('\n')}b`],
  ['mdbook', 'empty lines in a question', `[[questions]]\n${many('\n')}x`],
  ['moodle', 'broken questions', `<quiz>${many('<question x>\n')}`],
  ['moodle', 'gaps that nothing closes', moodle(many('{1:SA:'))],
  ['qti', 'items that nothing closes', `<questestinterop>${many('<item ')}`],
])('%s: %s are read in one pass', { timeout: 30_000 }, (format, _what, text) => {
  const reading = formatNamed(format)?.read({ kind: 'text', text });
  expect(reading?.entries.every((entry) => !entry.ok || format === 'csv')).toBe(true);
});

test('broken Moodle XML and QTI name the lines of what is whole', () => {
  const places = (format: string, text: string) =>
    formatNamed(format)
      ?.read({ kind: 'text', text })
      .entries.map((entry) => (entry.ok ? entry.question : entry.refusal).place.line);
  const question = '<question type="truefalse">\n<x>\n</question>\n';
  expect(places('moodle', `<quiz>\n${question}${question}`)?.length).toBe(2);
  const item = '<item ident="a">\n</item>\n';
  expect(places('qti', `<questestinterop>\n${item}\n${item}<`)?.slice(1)).toEqual([2, 5]);
});

test('a faulty first row costs no other, and a gap of a card ends at its own braces', () => {
  const read = (text: string) => formatNamed('csv')?.read({ kind: 'text', text }).entries ?? [];
  expect(read('a "b",c\nfront,back\n').map(({ ok }) => ok)).toEqual([false, true]);
  const [cloze] = read('A {{c1::cat::animal}} and {{c2::<b>dog</b>}} {{c3::open,x\n');
  expect(cloze).toMatchObject({
    question: { task: { kind: 'blanks', pieces: ['A ', ['cat'], ' and ', ['dog'], ' {{c3::open'] } },
  });
});

test('a question with very many answers, and lists within lists, are read or refused', () => {
  const read = (format: string, text: string) => formatNamed(format)?.read({ kind: 'text', text }).entries;
  expect(read('gift', `Q {=a ${many('~b ')}${many('~b ')}}`)?.length).toBe(1);
  for (const open of ['[', '{"questions":['])
    expect(read('json', many(open) + many(open.length === 1 ? ']' : ']}'))).toMatchObject([
      { ok: false, refusal: { place: { line: 1 }, reason: expect.stringContaining('100 lists') } },
    ]);
});
