import { expect, test } from 'vitest';
import { startSitting } from '#lib/server/sitting/start-sitting.ts';
import { canaries, fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, no, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { badgeShelf } from './badge-shelf.ts';
import { today } from './today.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { newUser, answer, answerAll, sit } = workflow(world);

test('before the first answer there is a first step and nothing else', async () => {
  const user = await newUser();
  expect(await today(world, user)).toMatchObject({
    hasStarted: false,
    next: null,
    due: [],
    nextReview: null,
    streak: { days: 0, done: false },
    firstLesson: { title: 'The fixture', href: '/tracks/fixture-track/fixture' },
  });
});

test('what was left off comes first, and what was missed is due for review later', async () => {
  const user = await newUser();
  await answer(user, 'try', 'try-1', yes);
  await answer(user, 'try', 'try-2', no);
  const first = await today(world, user);
  expect(first.next).toMatchObject({
    recommendation: { rule: 'continue', to: { href: '/tracks/fixture-track/fixture/try' } },
    about: 'Fill the gaps in real code',
    leftOff: { progress: { done: 1, total: 3 } },
  });
  expect(first.streak).toMatchObject({ days: 1, done: true });
  expect(first.due).toEqual([]);
  expect(first.week).toMatchObject({ active: 1, answers: 2, right: 1 });
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
  const user = await newUser();
  await startSitting(world, user, inFixture('test'));
  expect((await today(world, user)).next?.recommendation).toMatchObject({
    rule: 'continue',
    to: { href: '/tracks/fixture-track/fixture/test' },
  });
  await answerAll(user, 'test', () => false);
  const { next } = await today(world, user);
  expect(next).toMatchObject({
    recommendation: { rule: 'read-weak', to: { title: 'Where it begins (Introduction)' } },
    leftOff: null,
  });
});

test('an open challenge comes first, also when reviews are due', async () => {
  const user = await newUser();
  await answer(user, 'try', 'try-2', no);
  world.pass(3 * 24 * 60 * 60_000);
  expect(await today(world, user)).toMatchObject({ open: null, due: [{ title: 'The fixture' }] });
  await startSitting(world, user, inFixture('challenge'));
  expect((await today(world, user)).open).toMatchObject({
    title: 'Challenge',
    lessonTitle: 'The fixture',
    href: '/tracks/fixture-track/fixture/challenge',
  });
  await answerAll(user, 'challenge', () => true);
  expect((await today(world, user)).open).toBeNull();
});

test('after a test, one is sent to the passage, and then to what was missed and is not solved yet', async () => {
  const user = await newUser();
  await sit(user, 'test', () => false);
  const reason = async () => (await today(world, user)).next?.recommendation.reason;
  expect(await reason()).toBe(
    'This passage teaches what your test found weak. Read it, then practise exactly that.',
  );
  world.pass(60_000);
  await answer(user, 'try', 'try-1', yes);
  await answer(user, 'try', 'try-2', yes);
  expect(await reason()).toBe('Practice has one question about what was missed. Answer it, then test again.');
});

test('a badge is within reach by its best sitting, then earned and dated', async () => {
  const user = await newUser();
  expect(await badgeShelf(world, user)).toMatchObject({
    earned: [],
    inProgress: [],
    notStarted: [{ name: 'Fixture Badge' }],
  });
  await sit(user, 'challenge', (question) => question === 1);
  expect((await badgeShelf(world, user)).inProgress).toMatchObject([
    {
      name: 'Fixture Badge',
      rule: 'Given for every problem of the challenge right in one sitting.',
      goal: { progress: { done: 1, total: 2 }, href: '/tracks/fixture-track/fixture/challenge' },
    },
  ]);
  await sit(user, 'challenge', () => true);
  const shelf = await badgeShelf(world, user);
  expect(shelf).toMatchObject({
    inProgress: [],
    notStarted: [],
    earned: [{ name: 'Fixture Badge', timed: 'timed', earnedAt: world.now() }],
  });
});

test('neither page tells anything secret', async () => {
  const user = await newUser();
  await answer(user, 'try', 'try-1', no);
  world.pass(3 * 24 * 60 * 60_000);
  const all = JSON.stringify([await today(world, user), await badgeShelf(world, user)]);
  expect(canaries.filter((canary) => all.includes(canary))).toEqual([]);
});
