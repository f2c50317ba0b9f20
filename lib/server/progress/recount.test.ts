import { expect, test } from 'vitest';
import { listLedger } from '#db/responses.ts';
import { recordTotals, replaceStandings } from '#db/standings.ts';
import { findUserById, setProfile } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { chance } from '#lib/chance/chance.ts';
import { postAnswer } from '#lib/cli/demo/post-answer.ts';
import { itemType } from '#lib/item/registry.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { openHint } from '#lib/server/sitting/open-hint.ts';
import { startOver } from '#lib/server/sitting/start-over.ts';
import { openNextItem, startSitting } from '#lib/server/sitting/start-sitting.ts';
import { fixtureLibrary, fixtureLessonId as lesson } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { markRead } from './mark-read.ts';
import { recount } from './recount.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { db } = world.database;
const dayMs = 24 * 60 * 60_000;

async function pageOf(user: SessionUser, activity: string) {
  const place = await findActivityContext(db, {
    library: await world.library(),
    secret: world.secret,
    userId: user.id,
    name: { lesson, activity },
    now: world.now(),
  });
  if (!place) throw new Error(`There is no ${activity}`);
  return place;
}

async function answer(user: SessionUser, activity: string, itemId: string, right: boolean) {
  const found = (await world.library()).item(itemId);
  if (!found) throw new Error(`There is no item ${itemId}`);
  world.pass(20_000);
  const given = itemType(found.item.type).exampleAnswer(
    found.item.body,
    found.secret.open().key,
    right,
    chance(world.newId()),
  );
  const told = await postAnswer(world, user, {
    page: await pageOf(user, activity),
    item: found.item,
    attemptKey: world.newId(),
    answer: given,
  });
  expect(told).toMatchObject({ ok: true, value: { kind: 'recorded' } });
}

/** Begins a challenge or test and answers its items in turn, every `nth` one wrongly. */
async function sit(user: SessionUser, activity: 'challenge' | 'test', nth: number) {
  await startSitting(world, user, { lesson, activity });
  const items = (await pageOf(user, activity)).open?.itemIds ?? [];
  for (const [at, id] of items.entries()) {
    if (activity === 'challenge' && at > 0) await openNextItem(world, user, { lesson, activity });
    const wrong = at % nth === nth - 1;
    if (wrong && activity === 'challenge') await answer(user, activity, id, false);
    await answer(user, activity, id, !wrong);
  }
}

/** Several days of every kind of work, with retries, hints, a start over, a missed day and something read. */
async function study(user: SessionUser) {
  await markRead(world, user, { lesson, activity: 'introduction' });
  await answer(user, 'try', 'try-1', false);
  await answer(user, 'try', 'try-1', true);
  const { address } = await pageOf(user, 'try');
  await openHint(world, user, { lesson, activity: 'try', sitting: address.ordinal, item: 'try-2' });
  await answer(user, 'try', 'try-2', true);
  await answer(user, 'try', 'try-3', false);
  await answer(user, 'try', 'try-3', true);
  world.pass(dayMs);
  await answer(user, 'review', 'review-card', false);
  await answer(user, 'review', 'review-card', true);
  await answer(user, 'review', 'review-recall', true);
  await sit(user, 'challenge', 2);
  world.pass(2 * dayMs);
  await answer(user, 'practice', 'practice-order', false);
  await answer(user, 'practice', 'practice-output', true);
  await startOver(world, user, { lesson, activity: 'practice' });
  await answer(user, 'practice', 'practice-output', false);
  await answer(user, 'scale', 'scale-what-if', true);
  await answer(user, 'project', 'project-step', true);
  await sit(user, 'test', 3);
  await sit(user, 'challenge', 9);
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
  await recordTotals(db, ada.id, {
    ...{ xp: 9999, days: 40, best: 40, freezes: 2 },
    ...{ lastDay: '2026-12-24', lastAt: null, lastZone: null },
  });
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
    expect.objectContaining({ total: 'item', of: 'never-asked', counted: null }),
  );
  expect(found.differences).toContainEqual(
    expect.objectContaining({ total: 'item', of: 'try-1', stored: null }),
  );
  expect(found.differences).toContainEqual(
    expect.objectContaining({ total: 'activity', of: `${lesson}/introduction`, stored: null }),
  );
  expect(await recount(world)).toMatchObject({ differences: [], repaired: 0 });
});

test('a recount while answers arrive reports no false difference', async () => {
  const work = (async () => {
    for (let tries = 0; tries < 12; tries += 1) {
      await answer(idle, 'review', 'review-card', false);
    }
  })();
  for (let times = 0; times < 4; times += 1) expect((await recount(world)).differences).toEqual([]);
  await work;
});

test('a flight over the date line keeps the streak, and a recount agrees', async () => {
  const flo = await addPerson(world, { userName: 'flo', timeZone: 'Pacific/Honolulu' });
  await answer(flo, 'try', 'try-1', true);
  const home = await findUserById(db, flo.id);
  if (home) await setProfile(db, flo.id, { ...home, timeZone: 'Pacific/Auckland' });
  world.pass(dayMs);
  await answer({ ...flo, timeZone: 'Pacific/Auckland' }, 'try', 'try-2', true);
  const [first, last] = (await listLedger(db, [flo.id])).map(({ localDay }) => Date.parse(localDay));
  expect((last ?? 0) - (first ?? 0)).toBe(2 * dayMs);
  expect(await findUserById(db, flo.id)).toMatchObject({ streakDays: 2, lastActiveZone: 'Pacific/Auckland' });
  expect((await recount(world)).differences).toEqual([]);
});
