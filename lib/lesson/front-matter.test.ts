import { expect, test } from 'vitest';
import { lessonFrontMatter, readFrontMatter, trackFrontMatter } from './front-matter.ts';
import { readYaml } from './yaml-source.ts';

const lesson = `id: a
title: T
summary: S
objectives:
  - id: aim
    text: Say it
authors: [A]
sources:
  - title: Docs
    url: https://example.org
updated: 2026-11-22
minutes: 5`;
const messages = (yaml: string) =>
  readFrontMatter('f.mdx', yaml, lessonFrontMatter).findings.map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`,
  );

test('the lesson is sound', () => expect(messages(lesson)).toEqual([]));

const number = (field: string, value: string, written: string) =>
  `«${field}» is read by YAML as the number ${value}, and a text is needed. Quote it: "${written}".`;

test.each([
  ['title: T', 'title: 1984', '3:1', number('title', '1984', '1984')],
  ['title: T', 'title: 3.10', '3:1', number('title', '3.1', '3.10')],
  ['title: T', 'title: 0x1F', '3:1', number('title', '31', '0x1F')],
  ['title: T', 'title: 1e3', '3:1', number('title', '1000', '1e3')],
  ['summary: S', 'summary: 42', '4:1', number('summary', '42', '42')],
  ['text: Say it', 'text: 007', '7:5', number('objectives.0.text', '7', '007')],
  ['id: a', 'id: 12', '2:1', number('id', '12', '12')],
  ['[A]', '[A, 1984]', '8:14', number('authors.1', '1984', '1984')],
  ['- title: Docs', '- title: 3.12', '10:5', number('sources.0.title', '3.12', '3.12')],
  ['updated: 2026-11-22', 'updated: 2026', '12:1', number('updated', '2026', '2026')],
  [
    'title: T',
    'title: true',
    '3:1',
    '«title» is read by YAML as the truth value true, and a text is needed. Quote it: "true".',
  ],
  [
    'title: T',
    'title: null',
    '3:1',
    '«title» is read by YAML as nothing, and a text is needed. Quote it: "null".',
  ],
  ['title: T', 'title: ~', '3:1', '«title» is read by YAML as nothing, and a text is needed. Quote it: "~".'],
  ['title: T', 'title:', '3:1', '«title» is empty. Write its value after the colon.'],
  [
    'title: T',
    'title: [One]',
    '3:1',
    '«title» is read by YAML as a list, and a text is needed. Put the text into quotes.',
  ],
  [
    'title: T',
    'title: {a: b}',
    '3:1',
    '«title» is read by YAML as a group of fields, and a text is needed. Put the text into quotes.',
  ],
  ['title: T\n', '', '1:1', '«title» is missing. Add it to the front matter.'],
  [
    'minutes: 5',
    'minutes: five',
    '13:1',
    '«minutes» is read by YAML as the text «five», and a number is needed. Write it in digits, without quotes.',
  ],
  [
    'authors: [A]',
    'authors: Ada',
    '8:1',
    '«authors» is read by YAML as the text «Ada», and a list is needed. Write `authors: [Ada]`.',
  ],
  [
    'title: T',
    'title: Answers to #5',
    '3:8',
    'YAML takes «#5» for a comment, and it would not be shown. Quote the text: "Answers to #5".',
  ],
])('%s as %s', (was, is, place, message) => {
  expect(messages(lesson.replace(was, is))).toEqual([`${place} front-matter: ${message}`]);
});

test.each([
  ['title: T', 'title: "1984"'],
  ['title: T', "title: '3.10'"],
  ['title: T', 'title: "Answers to #5"'],
  ['title: T', 'title: C# in a day'],
  ['title: T', 'title: T # a comment'],
  ['title: T', 'title: yes'],
  ['title: T', 'title: 3.10.2'],
  ['title: T', 'title: 2026-11-22'],
])('%s as %s is sound', (was, is) => expect(messages(lesson.replace(was, is))).toEqual([]));

test('a track page gets the same finding', () => {
  const yaml = 'id: t\ntitle: 2026\nsummary: S\nlessons: [a, 10]\nupdated: 2026-11-22';
  const found = readFrontMatter('t.mdx', yaml, trackFrontMatter).findings.map(({ message }) => message);
  expect(found).toEqual([number('title', '2026', '2026'), number('lessons.1', '10', '10')]);
});

test.each([
  ['"C:\\new"', 1],
  ['"a\\tb"', 1],
  ['What is #', 1],
  ['"C:\\\\new"', 0],
  ["'C:\\new'", 0],
  ['"What is #"', 0],
  ['"\\u00e9"', 0],
  ['"in two\n  lines"', 0],
  ['C#', 0],
  ['A title # and a comment', 0],
  ['A title\n#\n# A comment', 0],
])('a title written %j has %i faults', (title, faults) =>
  expect(readYaml(`title: ${title}\norder: 1\n`).faults).toHaveLength(faults),
);
