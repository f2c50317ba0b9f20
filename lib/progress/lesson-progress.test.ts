import { expect, test } from 'vitest';
import { examples } from '#lib/item/choice/examples.ts';
import { readItem } from '#lib/item/testing/read-item.ts';
import { deliveryByMode } from '#lib/lesson/delivery.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { activityProgress, lessonProgress, share, stepsOf, trackProgress } from './lesson-progress.ts';

const { item } = readItem(examples.choice);
const items = (count: number) => Array.from({ length: count }, (_, at) => ({ ...item, id: `item-${at}` }));

const lesson: Lesson = {
  id: 'lesson',
  track: 'track',
  slug: 'lesson',
  title: 'Lesson',
  summary: 'A lesson',
  objectives: [],
  prerequisites: [],
  badge: null,
  authors: [],
  sources: [],
  updated: '2026-11-22',
  hash: 'h',
  activities: [
    { slug: 'introduction', minutes: 5, delivery: deliveryByMode.practice, body: [], items: [] },
    { slug: 'try', minutes: 10, delivery: deliveryByMode.try, body: [], items: items(3) },
  ],
  pool: items(30),
  secrets: new Map(),
};
const standing = (activity: string, solved: number, lessonId = 'lesson') => ({ lessonId, activity, solved });

test.each([
  { standings: [], done: 0, why: 'nothing done' },
  { standings: [standing('introduction', 1)], done: 1, why: 'an activity without items is one step' },
  { standings: [standing('try', 2)], done: 2, why: 'each item solved is a step' },
  {
    standings: [standing('try', 9), standing('introduction', 5)],
    done: 4,
    why: 'at most the steps there are',
  },
  { standings: [standing('test', 10)], done: 0, why: 'the test is not a step' },
  { standings: [standing('gone', 3)], done: 0, why: 'a removed activity does not count' },
  { standings: [standing('try', 3, 'other')], done: 0, why: 'another lesson does not count' },
])('$why', ({ standings, done }) => expect(lessonProgress(lesson, standings)).toEqual({ done, total: 4 }));

test('activities, lessons and tracks agree', () => {
  const standings = [standing('introduction', 1), standing('try', 2)];
  const parts = lesson.activities.map(({ slug }) => activityProgress(lesson, slug, standings).done);
  expect(parts.reduce((a, b) => a + b)).toBe(lessonProgress(lesson, standings).done);
  expect(trackProgress([lesson, { ...lesson, id: 'second' }], standings)).toEqual({ done: 3, total: 8 });
  expect(activityProgress(lesson, 'gone', standings)).toEqual({ done: 0, total: 0 });
});

test('a share is between 0 and 1, also without steps', () => {
  expect(share({ done: 0, total: 0 })).toBe(0);
  expect(share({ done: 3, total: 4 })).toBe(0.75);
  expect(trackProgress([], [])).toEqual({ done: 0, total: 0 });
  expect(stepsOf({ items: [], delivery: deliveryByMode.practice })).toBe(1);
});

test('an activity that draws three of five has three steps, whichever were solved', () => {
  const draws = { items: items(5), delivery: { ...deliveryByMode.practice, draw: 3 } };
  expect(stepsOf(draws)).toBe(3);
  const drawing = { ...lesson, activities: [{ slug: 'practice' as const, minutes: 5, body: [], ...draws }] };
  expect(activityProgress(drawing, 'practice', [standing('practice', 2)])).toEqual({ done: 2, total: 3 });
  expect(activityProgress(drawing, 'practice', [standing('practice', 5)])).toEqual({ done: 3, total: 3 });
});
