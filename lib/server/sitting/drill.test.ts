import { describe, expect, test } from 'vitest';
import { listLedger } from '#db/responses.ts';
import { listActivityStandings, listItemStandings } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { deliveryOf } from '#lib/lesson/delivery.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { makeLibrary } from '#lib/lesson/library.ts';
import { recount } from '#lib/server/progress/recount.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { findActivityContext } from './find-activity-context.ts';
import { openHint } from './open-hint.ts';
import { startOver } from './start-over.ts';
import { startSitting } from './start-sitting.ts';

const database = await testDatabase();
const { db } = database;
const small = fixtureLibrary();
const world = testWorld(database, withLargePool());
const dayMs = 24 * 60 * 60_000;
const { newUser, contextOf, answer } = workflow(world);

/** The fixture with a pool of 30, ten of each level, and two of three tasks of `try` in a sitting. */
function withLargePool() {
  const [track] = small.tracks;
  const lesson = track?.lessons[0];
  if (!track || !lesson) throw new Error('The fixture has changed');
  const copies = (['easy', 'medium', 'hard'] as const).flatMap((level) =>
    Array.from({ length: 6 }, (_, at) => {
      const from = lesson.pool.find((item) => item.level === level);
      const secret = from && lesson.secrets.get(from.id);
      if (!secret) throw new Error('The fixture has changed');
      return { item: { ...from, id: `more-${level}-${at}` }, secret };
    }),
  );
  const larger: Lesson = {
    ...lesson,
    pool: [...lesson.pool, ...copies.map(({ item }) => item)],
    secrets: new Map([...lesson.secrets, ...copies.map(({ item, secret }) => [item.id, secret] as const)]),
    activities: lesson.activities.map((activity) =>
      activity.slug === 'try' ? { ...activity, delivery: deliveryOf('try', { draw: 2 }) } : activity,
    ),
  };
  return makeLibrary([{ ...track, lessons: [larger] }], []);
}

const idsOf = (context: ActivityContext): string[] => context.items.map(({ id }) => id);

async function drill(user: SessionUser, activity: string): Promise<string[]> {
  const page = await contextOf(user, activity);
  for (const id of idsOf(page)) expect(await answer(user, page, id, yes)).toMatchObject({ ok: true });
  return idsOf(page);
}

describe('five to try', () => {
  test('five of the pool, the same until the sitting ends, others after it', async () => {
    const user = await newUser();
    const first = idsOf(await contextOf(user, 'drill-introduction'));
    expect(first).toHaveLength(5);
    await answer(user, 'drill-introduction', first[0] ?? '', yes);
    expect(idsOf(await contextOf(user, 'drill-introduction'))).toEqual(first);
    await startOver(world, user, inFixture('drill-introduction'));
    const second = idsOf(await contextOf(user, 'drill-introduction'));
    expect(second.filter((id) => first.includes(id))).toEqual([]);
  });

  test('the next day brings others by itself', async () => {
    const user = await newUser();
    const first = await drill(user, 'drill-introduction');
    world.pass(dayMs);
    expect(idsOf(await contextOf(user, 'drill-introduction')).filter((id) => first.includes(id))).toEqual([]);
  });

  test('a start over without answers draws other items', async () => {
    const user = await newUser();
    const first = idsOf(await contextOf(user, 'drill-scale'));
    await startOver(world, user, inFixture('drill-scale'));
    expect(idsOf(await contextOf(user, 'drill-scale')).filter((id) => first.includes(id))).toEqual([]);
    expect(await listLedger(db, [user.id])).toEqual([]);
  });

  test('a solved item earns points once, changes no activity, and a recount agrees', async () => {
    const user = await newUser();
    const ids = await drill(user, 'drill-introduction');
    const { pool } = await contextOf(user, 'test').then(({ lesson }) => lesson);
    const pays = { easy: 4, medium: 8, hard: 12 };
    const points = ids.reduce(
      (sum, id) => sum + pays[pool.find((item) => item.id === id)?.level ?? 'easy'],
      0,
    );
    expect((await findUserById(db, user.id))?.xp).toBe(points);
    expect(await listActivityStandings(db, [user.id])).toMatchObject([
      { activity: 'test', solved: 5, tries: 5, wrong: 0 },
    ]);
    expect((await listLedger(db, [user.id])).map(({ activity }) => activity)).toEqual(
      ids.map(() => 'drill-introduction'),
    );
    expect((await recount(world)).differences).toEqual([]);
  });

  test('an item solved in a test earns points when it is solved in practice', async () => {
    const user = await newUser();
    await startSitting(world, user, inFixture('test'));
    for (let question = 0; question < 10; question++) {
      const page = await contextOf(user, 'test');
      await answer(user, page, page.open?.itemIds[question] ?? '', yes);
    }
    expect((await findUserById(db, user.id))?.xp).toBe(0);
    const solved = (await listItemStandings(db, user.id, fixtureLessonId)).filter((row) => row.solved);
    expect(solved).toHaveLength(10);
    const round = ['drill-introduction', 'drill-scale', 'drill-project', 'drill-introduction'];
    for (const activity of [...round, ...round]) {
      await drill(user, activity);
      await startOver(world, user, inFixture(activity));
      world.pass(3 * dayMs);
    }
    const later = await listItemStandings(db, user.id, fixtureLessonId);
    const both = later.filter(
      ({ itemId, points }) => points > 0 && solved.some((row) => row.itemId === itemId),
    );
    expect(both.length).toBeGreaterThan(0);
    // The second answer to an item pays half of what it is worth: 2, 4 or 6.
    for (const { points } of both) expect([2, 4, 6]).toContain(points);
    expect((await recount(world)).differences).toEqual([]);
  });

  test('a test asks no practised item, however many there are', async () => {
    const user = await newUser();
    const practised = new Set<string>();
    for (const activity of ['introduction', 'scale', 'project', 'introduction', 'scale', 'project']) {
      for (const id of await drill(user, `drill-${activity}`)) practised.add(id);
      await startOver(world, user, inFixture(`drill-${activity}`));
    }
    await startSitting(world, user, inFixture('test'));
    const asked = (await contextOf(user, 'test')).open?.itemIds ?? [];
    expect(asked).toHaveLength(10);
    expect(asked.filter((id) => practised.has(id))).toEqual([]);
  });
});

describe('what an open test asks is not practised', () => {
  test('it is not drawn, not answered from an older page, and has no hint', async () => {
    const user = await newUser();
    const older = await contextOf(user, 'drill-introduction');
    await startSitting(world, user, inFixture('test'));
    const asked = (await contextOf(user, 'test')).open?.itemIds ?? [];
    const shown = idsOf(await contextOf(user, 'drill-introduction'));
    expect(shown.filter((id) => asked.includes(id))).toEqual([]);
    for (const id of asked) {
      expect(await answer(user, older, id, yes)).toEqual({ ok: false, reason: 'outside' });
      const hint = await openHint(world, user, { ...inFixture('drill-introduction'), sitting: 1, item: id });
      expect(hint).toEqual({ ok: false, reason: 'outside' });
    }
  });
});

describe('an older page', () => {
  test('can be answered though the draw has changed', async () => {
    const user = await newUser();
    const older = await contextOf(user, 'drill-introduction');
    // What another drill asks meanwhile is not drawn here any more.
    await drill(user, 'drill-scale');
    for (const id of idsOf(older)) expect(await answer(user, older, id, yes)).toMatchObject({ ok: true });
    const now = idsOf(await contextOf(user, 'drill-introduction'));
    expect(idsOf(older).filter((id) => !now.includes(id))).toEqual([]);
  });

  test('an item it never showed is outside', async () => {
    const user = await newUser();
    const page = await contextOf(user, 'drill-introduction');
    const other = await newUser();
    const foreign = await contextOf(other, 'drill-introduction');
    const absent = idsOf(foreign).find((id) => !idsOf(page).includes(id));
    if (!absent) throw new Error('The draws are alike');
    const result = await answer(user, { ...page, seed: foreign.seed }, absent, yes);
    expect(result).toMatchObject({ ok: false });
    expect(
      await openHint(world, user, { ...inFixture('drill-introduction'), sitting: 1, item: absent }),
    ).toEqual({
      ok: false,
      reason: 'outside',
    });
    expect(await listLedger(db, [user.id])).toEqual([]);
  });
});

describe('a draw of two from three', () => {
  test('one sitting serves two; the next serves the one left out', async () => {
    const user = await newUser();
    const first = await contextOf(user, 'try');
    expect(first.items).toHaveLength(2);
    await openHint(world, user, { ...inFixture('try'), sitting: 1, item: idsOf(first)[0] ?? '' });
    expect(idsOf(await contextOf(user, 'try'))).toEqual(idsOf(first));
    await startOver(world, user, inFixture('try'));
    const left = ['try-1', 'try-2', 'try-3'].filter((id) => !idsOf(first).includes(id));
    expect(idsOf(await contextOf(user, 'try'))).toEqual(expect.arrayContaining(left));
  });
});

test('a pool with too few items has no drill', async () => {
  const poor = { ...world, library: async () => small };
  const user = await newUser();
  const page = await findActivityContext(db, poor, {
    userId: user.id,
    name: inFixture('drill-introduction'),
    now: world.now(),
  });
  expect(page?.items).toEqual([]);
});

test('visitors without an account get a drill, the same for all, and activities with questions have none', async () => {
  const at = (activity: string) =>
    findActivityContext(db, world, {
      userId: '',
      name: inFixture(activity),
      now: world.now(),
    });
  const drill = (await at('drill-introduction'))?.items.map(({ id }) => id) ?? [];
  expect(drill.length).toBeGreaterThan(0);
  expect((await at('drill-introduction'))?.items.map(({ id }) => id)).toEqual(drill);
  for (const activity of [
    'drill-try',
    'drill-practice',
    'drill-review',
    'drill-challenge',
    'drill-test',
    'drill-why',
  ])
    expect(await at(activity)).toBeUndefined();
});
