import { expect, test } from 'vitest';
import { newTrackText, withListedLesson } from './new-lesson.ts';

const page = (lessons: string) => `---\nid: a\n${lessons}\nupdated: 2026-11-30\n---\n`;

test.each([
  ['in one line', 'lessons: [one, two]', 'lessons: [one, two, three]'],
  ['that is empty', 'lessons: []', 'lessons: [three]'],
  ['over several lines', 'lessons: [one,\n  two]', 'lessons: [one,\n  two, three]'],
  ['with an item on each line', 'lessons:\n  - one\n  - two', 'lessons:\n  - one\n  - two\n  - three'],
  ['with a comment', 'lessons:\n- one # the first', 'lessons:\n- one # the first\n- three'],
])('a lesson is added to a list %s', (_what, before, after) => {
  expect(withListedLesson(page(before), 'three')).toBe(page(after));
});

test.each(['lessons: [one, three]', 'lessons:\n  - "three"', 'lessons: [three]'])(
  'a list that has it stays: %s',
  (list) => expect(withListedLesson(page(list), 'three')).toBe(page(list)),
);

test('a page without a list is left to its author', () => {
  expect(withListedLesson(page('title: A'), 'three')).toBeNull();
});

test('a new track lists its lessons', () => {
  expect(withListedLesson(newTrackText('a', [], '2026-11-30'), 'one')).toBe(
    newTrackText('a', ['one'], '2026-11-30'),
  );
});
