import { expect, test } from 'vitest';
import { setDisabled } from '#db/users.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { demoPeople, signInAsDemo } from './demo-people.ts';

const world = testWorld(await testDatabase());
const student = await addPerson(world, { userName: 'sam' });
const admin = await addPerson(world, { userName: 'root', role: 'admin' });

test('outside the demo nobody is listed and nobody gets in without a password', async () => {
  expect(await demoPeople(world, { demo: false })).toEqual([]);
  expect(await signInAsDemo(world, { demo: false }, { userId: admin.id })).toEqual({
    ok: false,
    reason: 'no-demo',
  });
});

test('in the demo people are grouped by role and one click is enough', async () => {
  const groups = await demoPeople(world, { demo: true });
  expect(groups.map(({ role, people }) => [role, people.length])).toEqual([
    ['student', 1],
    ['admin', 1],
  ]);
  expect(await signInAsDemo(world, { demo: true }, { userId: student.id })).toMatchObject({ ok: true });
});

test('a disabled person is neither listed nor let in', async () => {
  await setDisabled(world.database.db, student.id, world.now());
  expect(await demoPeople(world, { demo: true })).toHaveLength(1);
  expect(await signInAsDemo(world, { demo: true }, { userId: student.id })).toMatchObject({
    reason: 'unknown',
  });
});
