import { expect, test } from 'vitest';
import { notesMarkdown } from './notes-markdown.ts';

test('a file of notes has a heading for each lesson and passage, and the text as written', () => {
  const note = { day: '2026-11-22', address: 'https://school.example/tracks/t/seeds/deep#s-limits' };
  expect(
    notesMarkdown([
      {
        lesson: 'Random\nseeds',
        notes: [
          { ...note, passage: 'Limits', body: 'ask ops\n\n- one\n- two' },
          { ...note, passage: 'Deep dive', body: '' },
        ],
      },
    ]),
  ).toBe(`# My notes

## Random seeds

### Limits

2026-11-22, <https://school.example/tracks/t/seeds/deep#s-limits>

ask ops

- one
- two

### Deep dive

2026-11-22, <https://school.example/tracks/t/seeds/deep#s-limits>

Bookmark
`);
});

test('without notes it is a title', () => expect(notesMarkdown([])).toBe('# My notes\n'));
