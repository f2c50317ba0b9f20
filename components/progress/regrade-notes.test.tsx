import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RegradeNotes, type RegradeNotesProps } from './regrade-notes.tsx';

const note: RegradeNotesProps['notes'][number] = {
  ...{ id: 'one', now: 'right', points: 4, isUndo: false, reason: 'The key was wrong.', activity: 'Try' },
  at: new Date('2026-11-22T09:00:00Z'),
  lesson: { title: 'Seeds', href: '/tracks/random/seeds/try' },
};

const textOf = (fields: Partial<typeof note>, hidesPoints = false) =>
  renderToStaticMarkup(
    <RegradeNotes
      notes={[{ ...note, ...fields }]}
      now={new Date('2026-11-23T09:00:00Z')}
      timeZone="Europe/Berlin"
      hidesPoints={hidesPoints}
    />,
  ).replaceAll(/<[^>]*>/g, '');

test.each([
  { fields: {}, hides: false, text: 'in Seeds, Try, counts as right now (+4 points). The key was wrong.' },
  { fields: {}, hides: true, text: 'counts as right now. The key' },
  {
    fields: { now: 'wrong', points: -1, isUndo: true },
    hides: false,
    text: 'counts as wrong now (−1 point), as before.',
  },
  {
    fields: { now: 'otherwise', points: 0, activity: '' },
    hides: false,
    text: 'in Seeds scores otherwise now.',
  },
] as const)('the note says what counts and why: $text', ({ fields, hides, text }) =>
  expect(textOf(fields, hides)).toContain(text),
);

test('without a regrade there is no note', () => {
  expect(
    renderToStaticMarkup(
      <RegradeNotes notes={[]} now={note.at} timeZone="Europe/Berlin" hidesPoints={false} />,
    ),
  ).toBe('');
});
