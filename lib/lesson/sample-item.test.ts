import { expect, test } from 'vitest';
import type { Rich } from '#lib/text/rich.ts';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { sampleItem } from './sample-item.ts';

const lesson = fixtureLibrary().lessonById(fixtureLessonId);
if (!lesson) throw new Error('The fixture has changed');

const only = (...slugs: string[]) => ({
  ...lesson,
  activities: lesson.activities.filter(({ slug }) => slugs.includes(slug)),
});

test('a question that shows a program comes before easier ones', () => {
  const plain = only('try');
  const withProgram = plain.activities.map((one) => ({
    ...one,
    items: one.items.map((item) =>
      item.id === 'try-2' ? { ...item, prompt: [['p', null, ['pre', null, 'x = 1']]] satisfies Rich } : item,
    ),
  }));
  expect(sampleItem([plain])?.item.id).toBe('try-1');
  expect(sampleItem([{ ...plain, activities: withProgram }])?.item.id).toBe('try-2');
});

test.each([
  { why: 'challenges and kinds without options', lessons: [only('challenge', 'project', 'scale')] },
  { why: 'nothing at all', lessons: [] },
])('there is none among $why', ({ lessons }) => expect(sampleItem(lessons)).toBeNull());

test('an activity that draws its questions is left out, since a visitor may not get that one', () => {
  const draws = only('try');
  const activities = draws.activities.map((one) => ({ ...one, delivery: { ...one.delivery, draw: 1 } }));
  expect(sampleItem([{ ...draws, activities }])).toBeNull();
});

test('a lesson with a test comes first', () => {
  const first = { ...only('try'), id: 'without', pool: [] };
  expect(sampleItem([first, only('try')])?.lesson.id).toBe(fixtureLessonId);
});
