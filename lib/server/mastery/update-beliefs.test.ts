import { expect, test } from 'vitest';
import { findItemBelief, findOffsetBelief } from '#db/beliefs.ts';
import { listLedger } from '#db/responses.ts';
import { findUserById } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { chance } from '#lib/chance/chance.ts';
import { postAnswer } from '#lib/cli/demo/post-answer.ts';
import { itemType } from '#lib/item/registry.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { fixtureLibrary, fixtureLessonId as lesson } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { recountBeliefs } from './recount-beliefs.ts';

const library = fixtureLibrary();
const world = testWorld(await testDatabase(), library);
const { db } = world.database;

/** Answers the first graded item of an activity; `at` chooses another. */
async function answer(user: SessionUser, right: boolean, at = 0, activity = 'practice') {
  const place = await findActivityContext(db, {
    library,
    secret: world.secret,
    userId: user.id,
    name: { lesson, activity },
    now: world.now(),
  });
  const item = place?.items.filter(({ type }) => itemType(type).graded)[at];
  const key = item && place?.lesson.secrets.get(item.id)?.open().key;
  if (!place || !item || !key) throw new Error('Nothing to answer');
  world.pass(60_000);
  const given = itemType(item.type).exampleAnswer(item.body, key, right, chance('answers'));
  await postAnswer(world, user, { page: place, item, attemptKey: world.newId(), answer: given });
  return item.id;
}

const abilityOf = async (user: SessionUser) => (await findUserById(db, user.id))?.abilityMean ?? 0;

test('a right answer raises what is held of a person, a wrong one lowers it, and an item grows easier or harder', async () => {
  const [knows, guesses] = [
    await addPerson(world, { userName: 'a' }),
    await addPerson(world, { userName: 'b' }),
  ];
  const itemId = await answer(knows, true);
  const easier = await findItemBelief(db, itemId);
  expect(await abilityOf(knows)).toBeGreaterThan(0);
  await answer(guesses, false);
  const harder = await findItemBelief(db, itemId);
  expect(await abilityOf(guesses)).toBeLessThan(0);
  expect(harder?.mean).toBeGreaterThan(easier?.mean ?? 9);
  expect(harder?.answers).toBe(2);
  const offset = await findOffsetBelief(db, { userId: guesses.id, lessonId: lesson });
  expect(offset).toMatchObject({ answers: 1, lastAt: world.now() });
});

test('only a first answer says how hard an item is; the same again says half as much of the person', async () => {
  const user = await addPerson(world, { userName: 'again' });
  const itemId = await answer(user, false);
  const first = await findItemBelief(db, itemId);
  const fell = -(await abilityOf(user));
  await answer(user, false);
  expect(await findItemBelief(db, itemId)).toEqual(first);
  const further = -(await abilityOf(user)) - fell;
  expect(further).toBeGreaterThan(0);
  expect(further).toBeLessThan(0.6 * fell);
});

test('the clock orders the answers of a person and of a lesson', async () => {
  const people = ['x', 'y', 'z'].map((userName) => addPerson(world, { userName }));
  for (const [at, person] of (await Promise.all(people)).entries()) {
    for (let item = 0; item < 2; item++) await answer(person, (item + at) % 2 === 0, item);
  }
  const ledger = await listLedger(db, ['user-a', 'user-b', 'user-again', 'user-x', 'user-y', 'user-z']);
  const clocks = ledger.map(({ clock }) => clock);
  expect(clocks).toEqual(clocks.toSorted((a, b) => a - b));
  expect(new Set(clocks).size).toBe(clocks.length);
  expect(ledger.every(({ guess, level }) => guess !== null && level !== null)).toBe(true);
});

test('answers that race move every belief once, and a replay gives the same', async () => {
  const names = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8'];
  const people = await Promise.all(names.map((userName) => addPerson(world, { userName })));
  const activities = ['practice', 'try'];
  await Promise.all(
    people.flatMap((person, at) => activities.map((activity) => answer(person, at % 2 === 0, 1, activity))),
  );
  const { answers, differences } = await recountBeliefs(world);
  expect(answers).toBeGreaterThanOrEqual(16);
  expect(differences).toEqual([]);
});
