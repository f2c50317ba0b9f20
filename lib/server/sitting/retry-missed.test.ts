import { describe, expect, test } from 'vitest';
import { listBadges } from '#db/badges.ts';
import { findUserById } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { postAnswer } from '#lib/cli/demo/post-answer.ts';
import type { Answer } from '#lib/item/registry.ts';
import { recount } from '#lib/server/progress/recount.ts';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { findActivityContext } from './find-activity-context.ts';
import { retryMissed } from './retry-missed.ts';
import { startOver } from './start-over.ts';
import { openNextItem, startSitting } from './start-sitting.ts';

const database = await testDatabase();
const { db } = database;
const world = testWorld(database, fixtureLibrary());
let people = 0;

async function newcomer(): Promise<SessionUser> {
  people += 1;
  return addPerson(world, { userName: `mender-${people}` });
}

const place = (activity: string) => ({ lesson: fixtureLessonId, activity });

async function pageOf(user: SessionUser, activity: string) {
  const page = await findActivityContext(db, {
    library: await world.library(),
    secret: world.secret,
    userId: user.id,
    name: place(activity),
    now: world.now(),
  });
  if (!page) throw new Error(`There is no ${activity}`);
  return page;
}

async function answer(user: SessionUser, activity: string, itemId: string, given: Answer) {
  const found = (await world.library()).item(itemId);
  if (!found) throw new Error(`There is no item ${itemId}`);
  return postAnswer(world, user, {
    page: await pageOf(user, activity),
    item: found.item,
    attemptKey: world.newId(),
    answer: given,
  });
}

const right = { options: ['yes'] };
const wrong = { options: ['no'] };

describe('an activity that begins by itself', () => {
  test('asks what was missed, and neither what was right nor what nobody answered', async () => {
    const user = await newcomer();
    await answer(user, 'try', 'try-1', right);
    await answer(user, 'try', 'try-2', wrong);
    expect(await retryMissed(world, user, place('try'))).toEqual({ ok: true, value: null });
    const page = await pageOf(user, 'try');
    expect(page.items.map(({ id }) => id)).toEqual(['try-2']);
    expect(page.open?.scope).toBe('missed');
    expect(page.address.ordinal).toBe(2);
    expect(await answer(user, 'try', 'try-1', right)).toEqual({ ok: false, reason: 'outside' });
    expect(await answer(user, 'try', 'try-2', right)).toMatchObject({ ok: true });
    // 4 for the easy one; the second try at a medium one pays half of 8.
    expect((await findUserById(db, user.id))?.xp).toBe(8);
    expect((await recount(world)).differences).toEqual([]);
  });

  test('is whole again when it is begun afresh', async () => {
    const user = await newcomer();
    await answer(user, 'try', 'try-2', wrong);
    await retryMissed(world, user, place('try'));
    await startOver(world, user, place('try'));
    expect((await pageOf(user, 'try')).items).toHaveLength(3);
  });

  test('has no such round when nothing was missed', async () => {
    const user = await newcomer();
    await answer(user, 'try', 'try-1', right);
    expect(await retryMissed(world, user, place('try'))).toEqual({ ok: false, reason: 'none-missed' });
    expect((await pageOf(user, 'try')).address.ordinal).toBe(1);
  });
});

describe('a challenge', () => {
  async function missOne(user: SessionUser): Promise<void> {
    await startSitting(world, user, place('challenge'));
    await answer(user, 'challenge', 'challenge-1', right);
    await openNextItem(world, user, place('challenge'));
    await answer(user, 'challenge', 'challenge-2', wrong);
    await answer(user, 'challenge', 'challenge-2', wrong);
  }

  test('repeats the missed problem without its badge', async () => {
    const user = await newcomer();
    await missOne(user);
    const begun = await retryMissed(world, user, place('challenge'));
    expect(begun).toMatchObject({ ok: true, value: { status: 'open', current: { id: 'challenge-2' } } });
    const last = await answer(user, 'challenge', 'challenge-2', right);
    const result = { kind: 'challenge', right: 1, total: 1, missedOnly: true, badge: null };
    expect(last).toMatchObject({ ok: true, value: { badge: null, sitting: { status: 'closed', result } } });
    expect(await listBadges(db, user.id)).toEqual([]);
  });

  test('is not interrupted while it runs', async () => {
    const user = await newcomer();
    await startSitting(world, user, place('challenge'));
    expect(await retryMissed(world, user, place('challenge'))).toEqual({ ok: false, reason: 'none-missed' });
  });

  test('that ran out of time can be mended, though nobody closed it', async () => {
    const user = await newcomer();
    await startSitting(world, user, place('challenge'));
    world.pass(10 * 60_000);
    await openNextItem(world, user, place('challenge'));
    world.pass(10 * 60_000);
    const begun = await retryMissed(world, user, place('challenge'));
    expect(begun).toMatchObject({ ok: true, value: { status: 'open', statuses: ['current', 'todo'] } });
  });
});

test('a test has no round of what was missed, nor has a drill', async () => {
  const user = await newcomer();
  for (const activity of ['test', 'drill-introduction', 'none'])
    expect(await retryMissed(world, user, place(activity))).toEqual({ ok: false, reason: 'not-found' });
});
