import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { listCredits } from '#db/credits.ts';
import { findServing } from '#db/servings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { startSitting } from '#lib/server/sitting/start-sitting.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, workflow } from '#tests/workflow.ts';
import { testDatabaseUrl } from '#tests/world.ts';
import { closeOverdue } from './close-overdue.ts';
import { recordHeartbeat } from './credit-pause.ts';

const url = await testDatabaseUrl();
const database = openDatabase(url);
afterAll(() => database.close());
const world = testWorld(database, fixtureLibrary());
const { db } = database;
const { newUser, contextOf } = workflow(world);

async function challenger(clockFactor = 1): Promise<SessionUser> {
  const user = await newUser({ clockFactor });
  await startSitting(world, user, inFixture('challenge'));
  return user;
}

async function clockOf(user: SessionUser) {
  const id = (await contextOf(user, 'challenge')).latest?.id ?? '';
  const serving = await findServing(db, id, 'challenge-1');
  return { serving, credits: await listCredits(db, id, 'challenge-1') };
}

/** Seconds left of the problem's 90. */
const secondsLeft = async (user: SessionUser) =>
  ((await clockOf(user)).serving?.deadlineAt?.getTime() ?? 0) / 1000 - world.now().getTime() / 1000;

/** Time passes with heartbeats. */
async function serveFor(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 5) {
    world.pass(5_000);
    await recordHeartbeat(world);
  }
}

test('neither the first start nor heartbeats in time credit anything', async () => {
  expect(await recordHeartbeat(world)).toBe(0);
  const user = await challenger();
  for (const _ of [1, 2, 3]) {
    world.pass(15_000);
    expect(await recordHeartbeat(world)).toBe(0);
  }
  expect(await secondsLeft(user)).toBe(45);
});

test('a pause is credited to the millisecond, with a receipt, to every clock that ran', async () => {
  const ran = await challenger();
  const off = await challenger(0);
  await serveFor(30);
  const awayFrom = world.now();
  world.pass(120_000);
  const awayTo = world.now();
  expect(await recordHeartbeat(world)).toBeGreaterThanOrEqual(1);
  expect(await secondsLeft(ran)).toBe(60);
  expect((await clockOf(ran)).credits).toMatchObject([{ awayFrom, awayTo, addedMs: 120_000 }]);
  expect(await clockOf(off)).toMatchObject({ serving: { deadlineAt: null }, credits: [] });
});

test('a problem that was over before the pause stays over', async () => {
  const user = await challenger();
  await serveFor(95);
  world.pass(120_000);
  await recordHeartbeat(world);
  expect((await clockOf(user)).credits).toEqual([]);
});

test('after a long pause exactly the remaining time is left, and the sweep ends nothing early', async () => {
  await recordHeartbeat(world);
  const user = await challenger();
  world.pass(14_000);
  await recordHeartbeat(world);
  world.pass(3 * 24 * 60 * 60_000);
  await recordHeartbeat(world);
  await closeOverdue(world);
  expect(await secondsLeft(user)).toBe(76);
  expect((await clockOf(user)).serving?.settledAt).toBeNull();
});

test('two pauses have two receipts', async () => {
  await recordHeartbeat(world);
  const user = await challenger();
  for (const ms of [60_000, 20_000]) {
    world.pass(ms);
    await recordHeartbeat(world);
  }
  expect((await clockOf(user)).credits.map(({ addedMs }) => addedMs)).toEqual([60_000, 20_000]);
  expect(await secondsLeft(user)).toBe(90);
});

test('of several processes that come back at once, one gives the credit', async () => {
  await recordHeartbeat(world);
  const user = await challenger();
  world.pass(60_000);
  const others = [openDatabase(url), openDatabase(url), openDatabase(url)];
  const credited = await Promise.all(
    [database, ...others].flatMap((own) => [
      recordHeartbeat({ ...world, database: own }),
      recordHeartbeat({ ...world, database: own }),
    ]),
  );
  for (const other of others) await other.close();
  expect(credited.filter((items) => items > 0)).toHaveLength(1);
  expect((await clockOf(user)).credits).toHaveLength(1);
  expect(await secondsLeft(user)).toBe(90);
});

test('C8: a server clock that was set back takes no time from anybody', async () => {
  await recordHeartbeat(world);
  const user = await challenger();
  const end = (await clockOf(user)).serving?.deadlineAt;
  world.pass(-60 * 60_000);
  expect(await recordHeartbeat(world)).toBe(0);
  expect((await clockOf(user)).serving?.deadlineAt).toEqual(end);
  world.pass(60 * 60_000);
});
