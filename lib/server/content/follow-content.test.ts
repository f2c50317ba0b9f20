import { expect, test } from 'vitest';
import { listReviews, replaceReviews } from '#db/reviews.ts';
import { listActivityStandings, listAllItemStandings } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import { postAnswer } from '#lib/cli/demo/post-answer.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { activityProgress } from '#lib/progress/lesson-progress.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { recountAfterEdit } from './follow-content.ts';

const library = fixtureLibrary();
const world = testWorld(await testDatabase(), library);
const { db } = world.database;
const ada = await addPerson(world, { userName: 'ada' });

async function solve(itemId: string, points: number): Promise<void> {
  const name = { lesson: fixtureLessonId, activity: 'try' };
  const place = await findActivityContext(db, {
    library,
    secret: world.secret,
    userId: ada.id,
    name,
    now: world.now(),
  });
  const found = library.item(itemId);
  if (!place || !found) throw new Error(`There is no ${itemId}`);
  const told = await postAnswer(world, ada, {
    page: place,
    item: found.item,
    attemptKey: world.newId(),
    answer: { options: ['yes'] },
  });
  expect(told).toMatchObject({ ok: true, value: { gained: points } });
}

/** The same course after an edit of its one lesson. */
function edited(edit: (lesson: Lesson) => Lesson): Library {
  return makeLibrary(
    library.tracks.map((track) => ({ ...track, lessons: track.lessons.map(edit) })),
    [],
  );
}

/** `try-1` taken out of the Try activity and put under Why, which had no question before. */
const moved = edited((lesson) => {
  const item = library.item('try-1')?.item;
  return {
    ...lesson,
    activities: lesson.activities.map((activity) => {
      if (activity.slug === 'try') {
        return { ...activity, items: activity.items.filter(({ id }) => id !== 'try-1') };
      }
      return activity.slug === 'introduction' && item ? { ...activity, items: [item] } : activity;
    }),
  };
});

async function doneIn(shown: Library, activity: string): Promise<number> {
  const lesson = shown.lessonById(fixtureLessonId);
  if (!lesson) throw new Error('The lesson is gone');
  return activityProgress(lesson, activity, await listActivityStandings(db, [ada.id])).done;
}

test('progress follows a question that was moved, and points stay', async () => {
  await solve('try-1', 4);
  await solve('try-2', 8);
  await recountAfterEdit(world);
  expect([await doneIn(library, 'try'), await doneIn(library, 'introduction')]).toEqual([2, 0]);
  expect(await recountAfterEdit({ ...world, library: async () => moved })).toBe(1);
  expect([await doneIn(moved, 'try'), await doneIn(moved, 'introduction')]).toEqual([1, 1]);
  expect((await findUserById(db, ada.id))?.xp).toBe(12);
});

test('nothing is counted again while nothing has moved', async () => {
  const same = { ...world, library: async () => moved };
  expect(await recountAfterEdit(same)).toBeNull();
  const reworded = edited((lesson) => ({ ...lesson, title: 'Another title', slug: 'renamed' }));
  await recountAfterEdit({ ...world, library: async () => reworded });
  expect(await recountAfterEdit(world)).toBeNull();
});

test('a question that is gone leaves its points and no progress behind', async () => {
  const without = edited((lesson) => ({
    ...lesson,
    activities: lesson.activities.map((activity) =>
      activity.slug === 'try'
        ? { ...activity, items: activity.items.filter(({ id }) => id !== 'try-2') }
        : activity,
    ),
  }));
  await recountAfterEdit({ ...world, library: async () => without });
  expect(await doneIn(without, 'try')).toBe(1);
  expect((await findUserById(db, ada.id))?.xp).toBe(12);
  expect((await listAllItemStandings(db, ada.id)).map(({ itemId }) => itemId).toSorted()).toEqual([
    'try-1',
    'try-2',
  ]);
});

test('schedules follow what their questions are about, and are there after they were lost', async () => {
  const eve = await addPerson(world, { userName: 'eve' });
  const name = { lesson: fixtureLessonId, activity: 'try' };
  const place = await findActivityContext(db, {
    library,
    secret: world.secret,
    userId: eve.id,
    name,
    now: world.now(),
  });
  const found = library.item('try-2');
  if (!place || !found) throw new Error('There is no try-2');
  await postAnswer(world, eve, {
    page: place,
    item: found.item,
    attemptKey: world.newId(),
    answer: { options: ['no'] },
  });
  expect(await listReviews(db, eve.id)).toMatchObject([{ subjectId: 'first' }]);
  await replaceReviews(db, eve.id, []);
  const aboutSecond = edited((lesson) => ({
    ...lesson,
    activities: lesson.activities.map((activity) => ({
      ...activity,
      items: activity.items.map((item) => (item.id === 'try-2' ? { ...item, objective: 'second' } : item)),
    })),
  }));
  await recountAfterEdit({ ...world, library: async () => aboutSecond });
  expect(await listReviews(db, eve.id)).toMatchObject([{ subjectId: 'second', lastGrade: 'again' }]);
});
