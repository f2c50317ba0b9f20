import { expect, test } from 'vitest';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { dueByLesson } from './due-reviews.ts';

const library = fixtureLibrary();
const find = (id: string) => library.item(id);

test('what is due is grouped by lesson and by the activity that asks it', () => {
  const due = dueByLesson(['review-card', 'challenge-1', 'challenge-2', 'pool-3', 'gone'], find);
  expect(due).toMatchObject([
    {
      title: 'The fixture',
      count: 4,
      places: [
        { activity: 'review', count: 1, href: '/tracks/fixture-track/fixture/review' },
        { activity: 'challenge', count: 2 },
        { activity: 'test', title: 'Test this concept', count: 1 },
      ],
    },
  ]);
});

test('nothing due is an empty list', () => expect(dueByLesson(['gone'], find)).toEqual([]));
