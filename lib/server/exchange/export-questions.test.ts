import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { idsFile, idsText } from '#lib/lesson/side-ids/ids-file.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { exportedQuestions } from './export-questions.ts';

const head = (name: string, more: string) =>
  `---\nid: ${name}\ntitle: T\nsummary: S\n${more}updated: 2026-11-22\n---\n\nText.\n`;
const practice = `<Choice>

Which number is even?

- [x] Two
- [ ] Three

</Choice>

<Number id="in-the-text">

How many?

- [x] 4

</Number>
`;

function lessonWith(ids: string): string {
  const dir = join(tempFolder('export'), 'tracks');
  mkdirSync(join(dir, 't', 'l'), { recursive: true });
  const files = {
    'track.mdx': head('t', 'lessons: [l]\n'),
    'l/lesson.mdx': head('l', 'objectives:\n  - id: aim\n    text: Know it\n'),
    'l/practice.mdx': practice,
    [`l/${idsFile}`]: ids,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, 't', name), text);
  return dir;
}

const idsOf = async (ids: string) =>
  (await exportedQuestions(lessonWith(ids), null)).map(({ externalId }) => externalId);

test('an item is exported under the id that stands beside its text', async () => {
  const ids = idsText([
    {
      id: 'even-number',
      tag: 'Choice',
      text: 'Which number is even?',
      parts: [
        { id: 'two', text: 'Two' },
        { id: 'three', text: 'Three' },
      ],
    },
  ]);
  expect(await idsOf(ids)).toEqual(['even-number', 'in-the-text']);
});

test('a damaged file of ids gives no item an id', async () => {
  expect(await idsOf('<<<<<<< HEAD\n')).toEqual(['', 'in-the-text']);
});
