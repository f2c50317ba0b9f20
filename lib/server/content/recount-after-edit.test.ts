import { expect, test } from 'vitest';
import { listReviews, replaceReviews } from '#db/reviews.ts';
import { listActivityStandings, listAllItemStandings } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { activityProgress } from '#lib/progress/lesson-progress.ts';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { no, recorded, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { recountAfterEdit } from './recount-after-edit.ts';

const library = fixtureLibrary();
const world = testWorld(await testDatabase(), library);
const { db } = world.database;
const { newUser, answer } = workflow(world);
const ada = await newUser();

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
  expect(recorded(await answer(ada, 'try', 'try-1', yes)).gained).toBe(4);
  expect(recorded(await answer(ada, 'try', 'try-2', yes)).gained).toBe(8);
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
  const eve = await newUser();
  await answer(eve, 'try', 'try-2', no);
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
