import { expect, test } from 'vitest';
import { parseFile } from '#lib/lesson/parse.ts';

const readings = (text: string): string[] =>
  parseFile('f.mdx', text).findings.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

test.each([
  ['Un caf\ufffd au lait', '1:7 encoding'],
  ['---\nminutes: 3\n---\n\n\ufffdber uns', '5:1 encoding'],
  ['Un cafÃ© au lait', '1:7 encoding'],
  ['MÃ¼ller', '1:2 encoding'],
  ['itâ€™s', '1:3 encoding'],
  ['a \u001b$BF|\u001b(B b', '1:3 encoding'],
  ['one\u000btwo', '1:4 encoding'],
  ['it\u0092s', '1:3 encoding'],
])('%j is named', (text, finding) => expect(readings(text)).toEqual([finding]));

test.each([
  'The character � stands for a lost letter.',
  'Read as Latin-1, `é` becomes `Ã©`, and `caf�` is lost.',
  '```text\ncafÃ© caf�\n```',
  'SÃO PAULO, Ã e â, 5 € or 5€',
  'tab\there',
])('%j is what its author wrote', (text) => expect(readings(text)).toEqual([]));
