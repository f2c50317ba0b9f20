import { expect, test } from 'vitest';
import { findItemBelief, findOffsetBelief } from '#db/beliefs.ts';
import { listLedger } from '#db/responses.ts';
import { findUserById } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { recountBeliefs } from '#lib/server/mastery/recount-beliefs.ts';
import { fixtureLibrary, fixtureLessonId as lesson } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { db } = world.database;
const { answer } = workflow(world, { msPerAnswer: 60_000 });
const itemId = 'practice-order';

const abilityOf = async (user: SessionUser) => (await findUserById(db, user.id))?.abilityMean ?? 0;

test('a right answer raises what is held of a person, a wrong one lowers it, and an item grows easier or harder', async () => {
  const [knows, guesses] = [
    await addPerson(world, { userName: 'a' }),
    await addPerson(world, { userName: 'b' }),
  ];
  await answer(knows, 'practice', itemId, 'right');
  const easier = await findItemBelief(db, itemId);
  expect(await abilityOf(knows)).toBeGreaterThan(0);
  await answer(guesses, 'practice', itemId, 'wrong');
  const harder = await findItemBelief(db, itemId);
  expect(await abilityOf(guesses)).toBeLessThan(0);
  expect(harder?.mean).toBeGreaterThan(easier?.mean ?? 9);
  expect(harder?.answers).toBe(2);
  const offset = await findOffsetBelief(db, { userId: guesses.id, lessonId: lesson });
  expect(offset).toMatchObject({ answers: 1, lastAt: world.now() });
});

test('only a first answer says how hard an item is; the same again says half as much of the person', async () => {
  const user = await addPerson(world, { userName: 'again' });
  await answer(user, 'practice', itemId, 'wrong');
  const first = await findItemBelief(db, itemId);
  const fell = -(await abilityOf(user));
  await answer(user, 'practice', itemId, 'wrong');
  expect(await findItemBelief(db, itemId)).toEqual(first);
  const further = -(await abilityOf(user)) - fell;
  expect(further).toBeGreaterThan(0);
  expect(further).toBeLessThan(0.6 * fell);
});

test('the clock orders the answers of a person and of a lesson', async () => {
  const people = ['x', 'y', 'z'].map((userName) => addPerson(world, { userName }));
  for (const [index, person] of (await Promise.all(people)).entries()) {
    const [first, second] = index % 2 === 0 ? (['right', 'wrong'] as const) : (['wrong', 'right'] as const);
    await answer(person, 'practice', 'practice-order', first);
    await answer(person, 'practice', 'practice-output', second);
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
  await Promise.all(
    people.flatMap((person, index) => {
      const given = index % 2 === 0 ? 'right' : 'wrong';
      return [answer(person, 'practice', 'practice-output', given), answer(person, 'try', 'try-2', given)];
    }),
  );
  const { answers, differences } = await recountBeliefs(world);
  expect(answers).toBeGreaterThanOrEqual(16);
  expect(differences).toEqual([]);
});
