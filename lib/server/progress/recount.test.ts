import { expect, test } from 'vitest';
import { listLedger } from '#db/responses.ts';
import { replaceStandings, totalsWrite } from '#db/standings.ts';
import { findUserById, setProfile } from '#db/users.ts';
import { writeTogether } from '#db/write-together.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { openHint } from '#lib/server/sitting/open-hint.ts';
import { startOver } from '#lib/server/sitting/start-over.ts';
import { fixtureLibrary, fixtureLessonId as lesson } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { inFixture, recorded, workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { markRead } from './mark-read.ts';
import { recount } from './recount.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { db } = world.database;
const { contextOf, answer: post, sit } = workflow(world, { msPerAnswer: 20_000 });
const dayMs = 24 * 60 * 60_000;

async function answer(...given: Parameters<typeof post>): Promise<void> {
  recorded(await post(...given));
}

/** Several days of every kind of work, with retries, hints, a start over, a missed day and something read. */
async function study(user: SessionUser) {
  await markRead(world, user, inFixture('introduction'));
  await answer(user, 'try', 'try-1', 'wrong');
  await answer(user, 'try', 'try-1', 'right');
  const { address } = await contextOf(user, 'try');
  await openHint(world, user, { ...inFixture('try'), sitting: address.ordinal, item: 'try-2' });
  await answer(user, 'try', 'try-2', 'right');
  await answer(user, 'try', 'try-3', 'wrong');
  await answer(user, 'try', 'try-3', 'right');
  world.pass(dayMs);
  await answer(user, 'review', 'review-card', 'wrong');
  await answer(user, 'review', 'review-card', 'right');
  await answer(user, 'review', 'review-recall', 'right');
  await sit(user, 'challenge', (question) => question !== 2);
  world.pass(2 * dayMs);
  await answer(user, 'practice', 'practice-order', 'wrong');
  await answer(user, 'practice', 'practice-output', 'right');
  await startOver(world, user, inFixture('practice'));
  await answer(user, 'practice', 'practice-output', 'wrong');
  await answer(user, 'scale', 'scale-what-if', 'right');
  await answer(user, 'project', 'project-step', 'right');
  await sit(user, 'test', (question) => question % 3 !== 0);
  await sit(user, 'challenge', () => true);
}

const ada = await addPerson(world, { userName: 'ada' });
const ben = await addPerson(world, { userName: 'ben', timeZone: 'Pacific/Auckland' });
const idle = await addPerson(world, { userName: 'idle' });
await study(ada);
await study(ben);

test('after days of every kind of work, every stored total equals a recount', async () => {
  expect(await recount(world)).toEqual({ people: 3, differences: [], repaired: 0 });
  const stored = await findUserById(db, ada.id);
  expect(stored?.xp).toBeGreaterThan(20);
  expect(stored?.streakBest).toBeGreaterThanOrEqual(2);
});

test('a total that was tampered with is named, and put right only when asked to', async () => {
  const before = await findUserById(db, ada.id);
  const spoilt = {
    ...{ id: ada.id, xp: 9999, streakDays: 40, streakBest: 40, streakFreezes: 2 },
    ...{ lastActiveDay: '2026-12-24', lastActiveAt: null, lastActiveZone: null },
  };
  await writeTogether(db, [totalsWrite(spoilt)]);
  const found = await recount(world);
  expect(found).toMatchObject({
    repaired: 0,
    differences: [{ total: 'points', stored: 9999, counted: before?.xp }, { total: 'streak' }],
  });
  expect((await findUserById(db, ada.id))?.xp).toBe(9999);
  expect(await recount(world, { repair: true })).toMatchObject({ repaired: 1 });
  expect(await findUserById(db, ada.id)).toEqual(before);
});

test('lost and invented standings come back or go', async () => {
  const invented = { lessonId: lesson, activity: 'try', tries: 1, lastAt: world.now() };
  await replaceStandings(
    db,
    ben.id,
    [{ userId: ben.id, itemId: 'never-asked', bestScore: 1, solved: true, points: 12, ...invented }],
    [{ userId: ben.id, solved: 99, wrong: 0, ...invented }],
  );
  const found = await recount(world, { repair: true });
  expect(found.differences).toContainEqual(
    expect.objectContaining({ total: 'item', subject: 'never-asked', counted: null }),
  );
  expect(found.differences).toContainEqual(
    expect.objectContaining({ total: 'item', subject: 'try-1', stored: null }),
  );
  expect(found.differences).toContainEqual(
    expect.objectContaining({ total: 'activity', subject: `${lesson}/introduction`, stored: null }),
  );
  expect(await recount(world)).toMatchObject({ differences: [], repaired: 0 });
});

test('a recount while answers arrive reports no false difference', async () => {
  const work = (async () => {
    for (let tries = 0; tries < 12; tries += 1) {
      await answer(idle, 'review', 'review-card', 'wrong');
    }
  })();
  for (let times = 0; times < 4; times += 1) expect((await recount(world)).differences).toEqual([]);
  await work;
});

test('a flight over the date line keeps the streak, and a recount agrees', async () => {
  const flo = await addPerson(world, { userName: 'flo', timeZone: 'Pacific/Honolulu' });
  await answer(flo, 'try', 'try-1', 'right');
  const home = await findUserById(db, flo.id);
  if (home) await setProfile(db, flo.id, { ...home, timeZone: 'Pacific/Auckland' });
  world.pass(dayMs);
  await answer({ ...flo, timeZone: 'Pacific/Auckland' }, 'try', 'try-2', 'right');
  const [first, last] = (await listLedger(db, [flo.id])).map(({ localDay }) => Date.parse(localDay));
  expect((last ?? 0) - (first ?? 0)).toBe(2 * dayMs);
  expect(await findUserById(db, flo.id)).toMatchObject({ streakDays: 2, lastActiveZone: 'Pacific/Auckland' });
  expect((await recount(world)).differences).toEqual([]);
});
