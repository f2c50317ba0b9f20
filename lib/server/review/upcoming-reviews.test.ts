import { expect, test } from 'vitest';
import { recordReviews } from '#db/reviews.ts';
import { nextReview } from '#lib/review/review-schedule.ts';
import { fixtureLibrary, fixtureLessonId as lessonId } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { upcomingReviews } from './upcoming-reviews.ts';

const world = testWorld(await testDatabase());
const { db } = world.database;
const library = fixtureLibrary();

test('two questions about one concept have one review; open questions have none', async () => {
  const { id: userId } = await addPerson(world, { userName: 'ada' });
  const subject = { lessonId, subject: 'objective', subjectId: 'first' } as const;
  const at = world.now();
  await recordReviews(db, [{ userId, ...subject, ...nextReview(null, 'again', { at, day: '2026-11-22' }) }]);
  const itemIds = ['try-1', 'try-2', 'try-3', 'scale-what-if', 'gone'];
  const { about, ids, next } = await upcomingReviews(db, library, {
    userId,
    lessonId,
    itemIds,
    today: '2026-11-22',
  });
  expect(Object.keys(about)).toEqual(['try-1', 'try-2', 'try-3']);
  expect(about['try-1']).toBe(about['try-2']);
  expect(ids).toEqual([about['try-1']]);
  expect(next).toBe('tomorrow');
});
