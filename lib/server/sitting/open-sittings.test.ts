import { expect, test } from 'vitest';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { openSittings } from './open-sittings.ts';
import { startSitting } from './start-sitting.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { newUser } = workflow(world);
const library = fixtureLibrary();

const openOf = (userId: string) => openSittings(world.database.db, library, userId, world.now());

test('nothing is open before a start, for others, and after the end', async () => {
  const [user, other] = [await newUser(), await newUser()];
  expect(await openOf(user.id)).toEqual([]);
  await startSitting(world, user, inFixture('test'));
  expect(await openOf(user.id)).toEqual([
    {
      href: '/tracks/fixture-track/fixture/test',
      title: 'Test this concept',
      lessonTitle: 'The fixture',
      leftMs: null,
    },
  ]);
  expect(await openOf(other.id)).toEqual([]);
});

test('the time left is that of the problem that is open', async () => {
  const user = await newUser();
  await startSitting(world, user, inFixture('challenge'));
  const [before] = await openOf(user.id);
  expect(before).toMatchObject({ href: '/tracks/fixture-track/fixture/challenge', title: 'Challenge' });
  world.pass(10_000);
  const [after] = await openOf(user.id);
  expect((before?.leftMs ?? 0) - (after?.leftMs ?? 0)).toBe(10_000);
});
