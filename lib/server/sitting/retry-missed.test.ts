import { describe, expect, test } from 'vitest';
import { listBadges } from '#db/badges.ts';
import { findUserById } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { recount } from '#lib/server/progress/recount.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, no, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { retryMissed } from './retry-missed.ts';
import { startOver } from './start-over.ts';
import { openNextItem, startSitting } from './start-sitting.ts';

const database = await testDatabase();
const { db } = database;
const world = testWorld(database, fixtureLibrary());
const { newUser, contextOf, answer } = workflow(world);

describe('an activity that starts by itself', () => {
  test('serves what was missed, and neither what was right nor what was not answered', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-1', yes);
    await answer(user, 'try', 'try-2', no);
    expect(await retryMissed(world, user, inFixture('try'))).toEqual({ ok: true, value: null });
    const page = await contextOf(user, 'try');
    expect(page.items.map(({ id }) => id)).toEqual(['try-2']);
    expect(page.open?.scope).toBe('missed');
    expect(page.address.ordinal).toBe(2);
    expect(await answer(user, 'try', 'try-1', yes)).toEqual({ ok: false, reason: 'outside' });
    expect(await answer(user, 'try', 'try-2', yes)).toMatchObject({ ok: true });
    // 4 for the easy one; the second try at a medium one pays half of 8.
    expect((await findUserById(db, user.id))?.xp).toBe(8);
    expect((await recount(world)).differences).toEqual([]);
  });

  test('serves everything again after a start over', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-2', no);
    await retryMissed(world, user, inFixture('try'));
    await startOver(world, user, inFixture('try'));
    expect((await contextOf(user, 'try')).items).toHaveLength(3);
  });

  test('has no such round when nothing was missed', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-1', yes);
    expect(await retryMissed(world, user, inFixture('try'))).toEqual({ ok: false, reason: 'none-missed' });
    expect((await contextOf(user, 'try')).address.ordinal).toBe(1);
  });
});

describe('a challenge', () => {
  async function missOne(user: SessionUser): Promise<void> {
    await startSitting(world, user, inFixture('challenge'));
    await answer(user, 'challenge', 'challenge-1', yes);
    await openNextItem(world, user, inFixture('challenge'));
    await answer(user, 'challenge', 'challenge-2', no);
    await answer(user, 'challenge', 'challenge-2', no);
  }

  test('repeats the missed problem without its badge', async () => {
    const user = await newUser();
    await missOne(user);
    const started = await retryMissed(world, user, inFixture('challenge'));
    expect(started).toMatchObject({ ok: true, value: { status: 'open', current: { id: 'challenge-2' } } });
    const last = await answer(user, 'challenge', 'challenge-2', yes);
    const result = { kind: 'challenge', right: 1, total: 1, missedOnly: true, badge: null };
    expect(last).toMatchObject({ ok: true, value: { badge: null, sitting: { status: 'closed', result } } });
    expect(await listBadges(db, user.id)).toEqual([]);
  });

  test('is not interrupted while it runs', async () => {
    const user = await newUser();
    await startSitting(world, user, inFixture('challenge'));
    expect(await retryMissed(world, user, inFixture('challenge'))).toEqual({
      ok: false,
      reason: 'none-missed',
    });
  });

  test('that ran out of time can be retried before it is closed', async () => {
    const user = await newUser();
    await startSitting(world, user, inFixture('challenge'));
    world.pass(10 * 60_000);
    await openNextItem(world, user, inFixture('challenge'));
    world.pass(10 * 60_000);
    const started = await retryMissed(world, user, inFixture('challenge'));
    expect(started).toMatchObject({ ok: true, value: { status: 'open', statuses: ['current', 'todo'] } });
  });
});

test('a test has no round of what was missed, nor has a drill', async () => {
  const user = await newUser();
  for (const activity of ['test', 'drill-introduction', 'none'])
    expect(await retryMissed(world, user, inFixture(activity))).toEqual({ ok: false, reason: 'not-found' });
});
