import { expect, test } from 'vitest';
import { listLedger } from '#db/responses.ts';
import { listReviews, replaceReviews } from '#db/reviews.ts';
import { listActivityStandings, listAllItemStandings } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { activityProgress } from '#lib/progress/lesson-progress.ts';
import { markRead } from '#lib/server/progress/mark-read.ts';
import { recount } from '#lib/server/progress/recount.ts';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, no, recorded, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { noteMovedItems, recountAfterEdit, recountMoved } from './recount-after-edit.ts';

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

const withLibrary = (shown: Library) => ({ ...world, library: async () => shown });

test('only people with an answer to a moved question are counted', async () => {
  await recountAfterEdit(world);
  const [one, other] = [await newUser(), await newUser()];
  await answer(one, 'try', 'try-1', yes);
  recorded(await answer(other, 'try', 'try-3', 'right'));
  const counted: number[] = [];
  await recountAfterEdit(withLibrary(moved), { onPerson: (_done, total) => counted.push(total) });
  // Ada, who answered it in the first test, and one.
  expect(counted).toEqual([2, 2]);
});

test('people who have read a text that got its first question are counted', async () => {
  await recountAfterEdit(world);
  const reader = await newUser();
  await markRead(world, reader, inFixture('introduction'));
  expect(await recountAfterEdit(withLibrary(moved))).toBeGreaterThan(0);
  const { differences } = await recount(withLibrary(moved));
  expect(differences).toEqual([]);
});

test('a recount that was killed goes on at the next start, after another edit too', async () => {
  await recountAfterEdit(world);
  for (let n = 0; n < 3; n += 1) await answer(await newUser(), 'try', 'try-1', yes);
  const kill = (after: number) => (done: number) => {
    if (done === after) throw new Error('killed');
  };
  await expect(recountAfterEdit(withLibrary(moved), { onPerson: kill(2) })).rejects.toThrow('killed');
  expect((await recount(withLibrary(moved))).differences).not.toEqual([]);
  await expect(recountAfterEdit(withLibrary(moved), { onPerson: kill(1) })).rejects.toThrow('killed');
  // The edit is taken back: two people follow places that no stored library has.
  expect((await recount(world)).differences).not.toEqual([]);
  await recountAfterEdit(world);
  expect((await recount(world)).differences).toEqual([]);
  expect(await recountAfterEdit(world)).toBeNull();
});

test('a recount does not hide what another process has noted meanwhile', async () => {
  await recountAfterEdit(world);
  await answer(await newUser(), 'try', 'try-1', yes);
  const due = await noteMovedItems(withLibrary(moved));
  if (!due) throw new Error('Something has moved');
  const third = edited((lesson) => ({ ...lesson, activities: lesson.activities.slice(0, -1) }));
  await noteMovedItems(withLibrary(third));
  await recountMoved(withLibrary(moved), due);
  await recountAfterEdit(withLibrary(third));
  expect((await recount(withLibrary(third))).differences).toEqual([]);
});

test('answers that come during the recount are neither lost nor counted twice', async () => {
  await recountAfterEdit(world);
  const people = await Promise.all(Array.from({ length: 6 }, () => newUser()));
  for (const person of people) await answer(person, 'try', 'try-1', yes);
  const shown = withLibrary(moved);
  const { answer: answerMoved } = workflow(Object.assign(Object.create(world), shown));
  const answers: Promise<unknown>[] = [];
  const sent = new Map(people.map(({ id }) => [id, 1]));
  let counted = 0;
  await recountAfterEdit(shown, {
    onPerson: () => {
      // For one who is counted already, for the one who is counted now, and for one who is not yet.
      for (const person of [people[counted - 1], people[counted], people[counted + 1]]) {
        if (!person) continue;
        sent.set(person.id, (sent.get(person.id) ?? 0) + 1);
        const item = sent.get(person.id) === 3 ? 'try-3' : 'try-2';
        answers.push(answerMoved(person, 'try', item, 'wrong').then(recorded));
      }
      counted += 1;
    },
  });
  await Promise.all(answers);
  expect(answers.length).toBeGreaterThan(people.length);
  expect((await recount(shown, { userIds: people.map(({ id }) => id) })).differences).toEqual([]);
  for (const { id } of people) expect(await listLedger(db, [id])).toHaveLength(sent.get(id) ?? 0);
});
