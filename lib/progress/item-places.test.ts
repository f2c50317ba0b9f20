import { expect, test } from 'vitest';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { itemPlaces, movedItems, textName } from './item-places.ts';

const [lesson] = fixtureLibrary().lessons();
if (!lesson) throw new Error('A lesson is needed');
const before = itemPlaces([lesson]);

type Edit = (lesson: Lesson) => Lesson;
const inActivity = (slug: string, edit: (items: Lesson['pool']) => Lesson['pool']): Edit => {
  return (whole) => ({
    ...whole,
    activities: whole.activities.map((one) => (one.slug === slug ? { ...one, items: edit(one.items) } : one)),
  });
};
const without = (id: string) => (items: Lesson['pool']) => items.filter((item) => item.id !== id);
const item = lesson.activities.find(({ slug }) => slug === 'try')?.items.find(({ id }) => id === 'try-1');
if (!item) throw new Error('An item is needed');

test.each([
  [
    'another title or another order moves nothing',
    (one: Lesson) => ({ ...one, title: 'Another', slug: 'other' }),
    null,
  ],
  ['another order moves nothing', inActivity('try', (items) => items.toReversed()), null],
  ['an item that is gone', inActivity('try', without('try-1')), { items: ['try-1'], texts: [] }],
  [
    'an item with another objective',
    inActivity('try', (items) =>
      items.map((one) => (one.id === 'try-1' ? { ...one, objective: 'second' } : one)),
    ),
    { items: ['try-1'], texts: [] },
  ],
  [
    'an item that is now in a text without questions',
    (one: Lesson) => inActivity('introduction', () => [item])(inActivity('try', without('try-1'))(one)),
    { items: ['try-1'], texts: [textName(lesson.id, 'introduction')] },
  ],
] satisfies [string, Edit, unknown][])('%s', (_what, edit, moved) => {
  const after = itemPlaces([edit(lesson)]);
  expect(movedItems(before, after)).toEqual(moved);
  // Back is as far as there.
  expect(movedItems(after, before)).toEqual(moved);
});

test('what was moving when a recount was interrupted is moved, wherever it is now', () => {
  const moving = { items: ['try-2'], texts: [textName(lesson.id, 'why')] };
  expect(movedItems({ ...before, moving }, before)).toEqual(moving);
});
