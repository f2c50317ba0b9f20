import { expect, test } from 'vitest';
import { startSitting } from '#lib/server/sitting/start-sitting.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { inFixture } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { closeOverdue } from './close-overdue.ts';
import { recordHeartbeat } from './credit-pause.ts';
import { readClock } from './read-clock.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const challenge = inFixture('challenge');
const question = { ...challenge, item: 'challenge-1' };

test('the clock of an open item, with its credits, is shown to its user only', async () => {
  await recordHeartbeat(world);
  const user = await addPerson(world, { userName: 'ada' });
  const other = await addPerson(world, { userName: 'grace' });
  expect(await readClock(world, user, question)).toBeUndefined();
  await startSitting(world, user, challenge);
  const startedAt = world.now().getTime();
  world.pass(60_000);
  await recordHeartbeat(world);
  expect(await readClock(world, user, question)).toEqual({
    now: startedAt + 60_000,
    deadline: startedAt + 150_000,
    credits: [{ awayFrom: startedAt, awayTo: startedAt + 60_000, addedMs: 60_000 }],
  });
  expect(await readClock(world, other, question)).toBeUndefined();
  expect(await readClock(world, user, { ...question, item: 'challenge-2' })).toBeUndefined();
});

test('reading does not change the clock, and a settled item has none', async () => {
  const user = await addPerson(world, { userName: 'mary' });
  await startSitting(world, user, challenge);
  const first = await readClock(world, user, question);
  for (let asked = 0; asked < 20; asked++) {
    world.pass(1_000);
    expect((await readClock(world, user, question))?.deadline).toBe(first?.deadline);
  }
  world.pass(100_000);
  await closeOverdue(world);
  expect(await readClock(world, user, question)).toBeUndefined();
});

test('without a clock there is no end', async () => {
  const user = await addPerson(world, { userName: 'jean', clockFactor: 0 });
  await startSitting(world, user, challenge);
  expect(await readClock(world, user, question)).toMatchObject({ deadline: null });
});
