import { expect, test } from 'vitest';
import type { SessionUser } from '#lib/access/user.ts';
import { postAnswer } from '#lib/cli/demo/post-answer.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { openNextItem, startSitting } from '#lib/server/sitting/start-sitting.ts';
import { canaries, fixtureLibrary, fixtureLessonId as lesson } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { badgeShelf } from './badge-shelf.ts';
import { today } from './today.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { db } = world.database;

async function answer(user: SessionUser, activity: string, itemId: string, option: 'yes' | 'no') {
  const found = (await world.library()).item(itemId);
  const place = await findActivityContext(db, {
    library: await world.library(),
    secret: world.secret,
    userId: user.id,
    name: { lesson, activity },
    now: world.now(),
  });
  if (!found || !place) throw new Error(`There is no ${itemId}`);
  const submitted = await postAnswer(world, user, {
    page: place,
    item: found.item,
    attemptKey: world.newId(),
    answer: { options: [option] },
  });
  expect(submitted.ok).toBe(true);
}

async function sit(user: SessionUser, activity: 'challenge' | 'test', options: readonly ('yes' | 'no')[]) {
  await startSitting(world, user, { lesson, activity });
  const place = await findActivityContext(db, {
    library: await world.library(),
    secret: world.secret,
    userId: user.id,
    name: { lesson, activity },
    now: world.now(),
  });
  for (const [at, id] of (place?.open?.itemIds ?? []).entries()) {
    if (activity === 'challenge' && at > 0) await openNextItem(world, user, { lesson, activity });
    const option = options[at] ?? 'yes';
    if (option === 'no' && activity === 'challenge') await answer(user, activity, id, option);
    await answer(user, activity, id, option);
  }
}

test('before the first answer there is a first step and nothing else', async () => {
  const user = await addPerson(world, { userName: 'new' });
  expect(await today(world, user)).toMatchObject({
    hasStarted: false,
    next: null,
    due: [],
    nextReview: null,
    verdicts: [],
    streak: { days: 0, done: false },
    first: { title: 'The fixture', href: '/tracks/fixture-track/fixture' },
  });
});

test('what was left off comes first, and what was missed is due for review later', async () => {
  const user = await addPerson(world, { userName: 'ada' });
  await answer(user, 'try', 'try-1', 'yes');
  await answer(user, 'try', 'try-2', 'no');
  const first = await today(world, user);
  expect(first.next).toMatchObject({
    recommendation: { rule: 'continue', to: { href: '/tracks/fixture-track/fixture/try' } },
    about: 'Fill the gaps in real code',
    leftOff: { progress: { done: 1, total: 3 } },
  });
  expect(first.streak).toMatchObject({ days: 1, done: true });
  expect(first.due).toEqual([]);
  expect(first.nextReview).toBe('tomorrow');
  expect(first.forecast.map(({ count }) => count).slice(0, 3)).toEqual([0, 1, 0]);
  world.pass(3 * 24 * 60 * 60_000);
  const later = await today(world, user);
  expect(later.due).toMatchObject([
    { title: 'The fixture', concepts: [{ label: 'Say what comes first' }], cards: 0 },
  ]);
  expect(later.forecast[0]?.count).toBe(1);
  expect(later.streak).toMatchObject({ days: 0, done: false });
});

test('an open test is continued; closed, its verdict decides what to do next', async () => {
  const user = await addPerson(world, { userName: 'tested' });
  await startSitting(world, user, { lesson, activity: 'test' });
  expect((await today(world, user)).next?.recommendation).toMatchObject({
    rule: 'continue',
    to: { href: '/tracks/fixture-track/fixture/test' },
  });
  await sit(
    user,
    'test',
    Array.from({ length: 10 }, () => 'no' as const),
  );
  const { verdicts, next } = await today(world, user);
  expect(verdicts).toMatchObject([
    { outcome: 'not-yet', lesson: { title: 'The fixture' }, recommendation: { to: { title: 'Try' } } },
  ]);
  expect(next?.recommendation).toEqual(verdicts[0]?.recommendation);
  expect(next?.leftOff).toBeNull();
});

test('after a test, one is sent to what was missed and is not solved yet', async () => {
  const user = await addPerson(world, { userName: 'solver' });
  await sit(
    user,
    'test',
    Array.from({ length: 10 }, () => 'no' as const),
  );
  const reason = async () => (await today(world, user)).verdicts[0]?.recommendation?.reason;
  const before = await reason();
  await answer(user, 'try', 'try-1', 'yes');
  await answer(user, 'try', 'try-2', 'yes');
  expect(before).toBe('Try has 2 questions about what was missed. Answer them, then test again.');
  expect(await reason()).toBe('Project has one question about what was missed. Answer it, then test again.');
});

test('a badge is within reach by its best sitting, then earned and dated', async () => {
  const user = await addPerson(world, { userName: 'badger' });
  expect(await badgeShelf(world, user)).toMatchObject({
    earned: [],
    within: [],
    further: [{ name: 'Fixture Badge' }],
  });
  await sit(user, 'challenge', ['yes', 'no']);
  expect((await badgeShelf(world, user)).within).toMatchObject([
    {
      name: 'Fixture Badge',
      rule: 'Given for every problem of the challenge right in one sitting.',
      goal: { progress: { done: 1, total: 2 }, href: '/tracks/fixture-track/fixture/challenge' },
    },
  ]);
  await sit(user, 'challenge', ['yes', 'yes']);
  const shelf = await badgeShelf(world, user);
  expect(shelf).toMatchObject({
    within: [],
    further: [],
    earned: [{ name: 'Fixture Badge', timed: 'timed', earnedAt: world.now() }],
  });
});

test('neither page tells anything secret', async () => {
  const user = await addPerson(world, { userName: 'curious' });
  await answer(user, 'try', 'try-1', 'no');
  world.pass(3 * 24 * 60 * 60_000);
  const all = JSON.stringify([await today(world, user), await badgeShelf(world, user)]);
  expect(canaries.filter((canary) => all.includes(canary))).toEqual([]);
});
