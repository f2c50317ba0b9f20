import { beforeAll, expect, test } from 'vitest';
import { listBadgesOf } from '#db/badges.ts';
import type { Database } from '#db/client.ts';
import { listLedger } from '#db/responses.ts';
import { listReviews } from '#db/reviews.ts';
import { sittings } from '#db/schema/sittings.ts';
import { listActivityStandings } from '#db/standings.ts';
import { findUserById, listDemoPeople } from '#db/users.ts';
import { featuredName } from '#lib/cli/demo/names.ts';
import { seedSchool } from '#lib/cli/demo/school.ts';
import { simulatedWorld } from '#lib/cli/demo/simulated-world.ts';
import type { Library } from '#lib/lesson/library.ts';
import { countedReviews } from '#lib/server/review/rebuild-reviews.ts';
import { ourLibrary } from '#tests/our-lessons.ts';
import { testDatabase } from '#tests/world.ts';

const now = new Date(2026, 10, 20, 18, 0);
const library = ourLibrary();
const [first, second] = [await testDatabase(), await testDatabase()];

async function smallSchool(database: Database, lessons: Library): Promise<void> {
  const world = simulatedWorld({ database, library: lessons, seed: 'test', start: now });
  await seedSchool(world, { students: 6, days: 7, now, seed: 'test', password: 'known-to-everyone' });
}

async function ledgerOf(database: Database) {
  const people = await listDemoPeople(database.db);
  return listLedger(
    database.db,
    people.map(({ id }) => id),
  );
}

beforeAll(async () => {
  await smallSchool(first, await library);
  await smallSchool(second, await library);
}, 120_000);

test('every stored total equals its recount from the ledger', async () => {
  const ledger = await ledgerOf(first);
  expect(ledger.length).toBeGreaterThan(100);
  for (const { id } of await listDemoPeople(first.db)) {
    const own = ledger.filter((response) => response.userId === id);
    const person = await findUserById(first.db, id);
    expect(person?.xp).toBe(own.reduce((sum, { points }) => sum + points, 0));
    expect(person?.lastActiveDay ?? null).toBe(own.at(-1)?.localDay ?? null);
    const tries = (await listActivityStandings(first.db, [id])).reduce((sum, row) => sum + row.tries, 0);
    expect(tries).toBe(own.length);
  }
});

test('every schedule equals its recount from the ledger, and the learner of the tour has something due', async () => {
  const lessons = await library;
  let scheduled = 0;
  for (const { id, displayName } of await listDemoPeople(first.db)) {
    const stored = await listReviews(first.db, id);
    expect(await countedReviews(first.db, id, lessons)).toEqual(stored);
    scheduled += stored.length;
    if (displayName === featuredName)
      expect(stored.filter(({ dueDay }) => dueDay <= '2026-11-20').length).toBeGreaterThan(3);
  }
  expect(scheduled).toBeGreaterThan(20);
});

test('somebody has earned a badge', async () => {
  const people = await listDemoPeople(first.db);
  const badges = await listBadgesOf(
    first.db,
    people.map(({ id }) => id),
  );
  expect(badges.length).toBeGreaterThan(0);
});

test('no answer stands outside its sitting or in the future', async () => {
  const byId = new Map((await first.db.select().from(sittings)).map((sitting) => [sitting.id, sitting]));
  for (const response of await ledgerOf(first)) {
    const sitting = byId.get(response.sittingId);
    expect(sitting).toMatchObject({ userId: response.userId, activity: response.activity });
    expect(sitting?.itemIds).toContain(response.itemId);
    expect(response.receivedAt.getTime()).toBeGreaterThanOrEqual(sitting?.startedAt.getTime() ?? Number.NaN);
    expect(response.receivedAt.getTime()).toBeLessThanOrEqual((sitting?.closedAt ?? now).getTime());
  }
});

test('the same seed gives the same school', async () => {
  expect(await ledgerOf(second)).toEqual(await ledgerOf(first));
});
