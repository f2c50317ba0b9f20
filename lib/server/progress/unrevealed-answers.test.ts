import { describe, expect, test } from 'vitest';
import { insertClassroom } from '#db/classrooms.ts';
import { addMembership } from '#db/memberships.ts';
import { findUserById } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { heldBackItems } from '#lib/server/sitting/select-items.ts';
import { startSitting } from '#lib/server/sitting/start-sitting.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, recorded, workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { badgeShelf } from './badge-shelf.ts';
import { leaderboard } from './leaderboard.ts';
import { myProgress } from './my-progress.ts';
import { nextStepOf } from './next-step.ts';
import { fixtureWith } from './testing/fixture-with.ts';
import { shownPoints } from './unrevealed-answers.ts';

const world = testWorld(await testDatabase(), fixtureWith({ isSilent: true }));
const { db } = world.database;
const { newUser, itemOf, answer, answerAll, view } = workflow(world, { msPerAnswer: 1_000 });
await insertClassroom(db, { id: 'a', name: 'A', joinCode: 'AAAAAAAA', createdAt: world.now() });

async function newMember(): Promise<SessionUser> {
  const user = await newUser({ onBoard: true });
  await addMembership(db, { classroomId: 'a', userId: user.id, role: 'student', joinedAt: world.now() });
  return user;
}

/** Everything about right answers that a learner's own pages and the leaderboard of the class show. */
async function shownTo(user: SessionUser) {
  const person = await findUserById(db, user.id);
  if (!person) throw new Error('There is no such user');
  const points = async (span: 'week' | 'all') =>
    (await leaderboard(world, user, { class: 'a', span })).board?.lines.flatMap((line) =>
      line !== 'gap' && line.isMe ? [line.points] : [],
    );
  const { weeks, moved } = await myProgress(world, user);
  const { standings } = await nextStepOf(world, user);
  const { earned, inProgress } = await badgeShelf(world, user);
  return {
    points: await shownPoints(world, person),
    board: [await points('week'), await points('all')],
    right: weeks.at(-1)?.right,
    moved: moved.map(({ right }) => right),
    solved: standings.flatMap(({ activity, solved }) =>
      solved > 0 && activity !== 'test' ? [[activity, solved]] : [],
    ),
    badge: earned.length > 0 ? 'earned' : inProgress[0]?.goal.progress.done,
  };
}

async function start(user: SessionUser, activity: 'challenge' | 'test'): Promise<void> {
  expect(await startSitting(world, user, inFixture(activity))).toMatchObject({ ok: true });
}

async function answerOne(user: SessionUser, activity: 'challenge' | 'test', given: 'right' | 'wrong') {
  const { current } = await view(user, activity);
  return recorded(await answer(user, activity, current?.id ?? '', given));
}

describe.each(['challenge', 'test'] as const)('until a %s without feedback has ended', (activity) => {
  test('no page tells a right answer from a wrong one', async () => {
    const [right, wrong] = [await newMember(), await newMember()];
    for (const user of [right, wrong]) {
      await answer(user, 'try', 'try-1', 'right');
      await start(user, activity);
    }
    const before = await shownTo(right);
    await answerOne(right, activity, 'right');
    await answerOne(wrong, activity, 'wrong');
    expect(await shownTo(right)).toEqual(await shownTo(wrong));
    expect(await shownTo(right)).toEqual(before);
  });

  test('an answer elsewhere does not tell it either', async () => {
    const [right, wrong] = [await newMember(), await newMember()];
    for (const user of [right, wrong]) await start(user, activity);
    await answerOne(right, activity, 'right');
    await answerOne(wrong, activity, 'wrong');
    const replies = [];
    for (const user of [right, wrong]) {
      const { totals, progress, gained } = recorded(await answer(user, 'try', 'try-1', 'right'));
      replies.push({ points: totals?.points, progress, gained });
    }
    expect(replies[0]).toEqual(replies[1]);
    expect(replies[0]?.points).toBe(replies[0]?.gained);
  });
});

test('while it is open, no review asks its problems', async () => {
  const user = await newMember();
  const { lesson } = await itemOf('challenge-1');
  await start(user, 'challenge');
  const held = { userId: user.id, lesson };
  expect([...(await heldBackItems(db, held))].toSorted()).toEqual(['challenge-1', 'challenge-2']);
  await answerAll(user, 'challenge', () => false);
  expect([...(await heldBackItems(db, held))]).toEqual([]);
});

test('at the end of a challenge its points and steps appear', async () => {
  const user = await newMember();
  await start(user, 'challenge');
  await answerAll(user, 'challenge', () => true);
  const { xp = 0 } = (await findUserById(db, user.id)) ?? {};
  expect(xp).toBeGreaterThan(0);
  expect(await shownTo(user)).toMatchObject({
    ...{ points: xp, board: [[xp], [xp]], right: 2, moved: [2], badge: 'earned' },
    solved: [['challenge', 2]],
  });
});

test('a problem that was solved in an earlier challenge stays solved during the next one', async () => {
  const user = await newMember();
  await start(user, 'challenge');
  await answerAll(user, 'challenge', (question) => question === 1);
  const before = await shownTo(user);
  await start(user, 'challenge');
  await answerOne(user, 'challenge', 'right');
  expect(await shownTo(user)).toEqual(before);
});
