import { describe, expect, test } from 'vitest';
import { listLedger } from '#db/responses.ts';
import { listReviews } from '#db/reviews.ts';
import { findUserById } from '#db/users.ts';
import { canaries, fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, no, recorded, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { openHint } from './open-hint.ts';
import { startOver } from './start-over.ts';
import { openNextItem, startSitting } from './start-sitting.ts';

const database = await testDatabase();
const world = testWorld(database, fixtureLibrary());
const { db } = database;
const { newUser, contextOf, answer, sit } = workflow(world);

const rightOrder = { order: ['one', 'two', 'three'] };

describe('one answer', () => {
  test('a right answer earns its points and shows the solution', async () => {
    const user = await newUser();
    const { item, gained } = recorded(await answer(user, 'try', 'try-1', yes));
    expect(gained).toBe(4);
    expect(item.state).toMatchObject({ used: 1, solved: true, settled: true, points: 4 });
    expect(JSON.stringify(item.state.solution)).toContain('canary-try-1-solution');
    expect(await findUserById(db, user.id)).toMatchObject({
      xp: 4,
      streakDays: 1,
      lastActiveDay: '2026-11-22',
    });
  });

  test('a wrong answer with attempts left shows its feedback and nothing more', async () => {
    const user = await newUser();
    const { item, gained } = recorded(await answer(user, 'try', 'try-1', no));
    expect(gained).toBe(0);
    expect(item.state).toMatchObject({ used: 1, left: 2, settled: false, solution: null });
    const shown = canaries.filter((word) => JSON.stringify(item).includes(word));
    expect(shown).toEqual(['canary-try-1-feedback-no']);
  });

  test('the second attempt earns half, and a hint costs a quarter', async () => {
    const user = await newUser();
    await openHint(world, user, { ...inFixture('try'), sitting: 1, item: 'try-2' });
    await answer(user, 'try', 'try-2', no);
    expect(recorded(await answer(user, 'try', 'try-2', yes)).gained).toBe(2);
  });

  test('an incomplete answer uses no attempt', async () => {
    const user = await newUser();
    const result = await answer(user, 'try', 'try-1', { options: [] });
    expect(result).toEqual({
      ok: true,
      value: { kind: 'incomplete', itemId: 'try-1', message: 'Choose an option.' },
    });
    expect(await listLedger(db, [user.id])).toHaveLength(0);
  });

  test('an item earns points once, however many sittings solve it', async () => {
    const user = await newUser();
    await answer(user, 'practice', 'practice-order', rightOrder);
    await startOver(world, user, inFixture('practice'));
    const again = recorded(await answer(user, 'practice', 'practice-order', rightOrder));
    expect(again.gained).toBe(0);
    expect((await findUserById(db, user.id))?.xp).toBe(12);
  });
});

describe('what is refused', () => {
  test('200 answers race for 3 attempts: 3 are stored', async () => {
    const user = await newUser();
    const page = await contextOf(user, 'try');
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        answer(user, page, 'try-1', no, { idempotencyKey: `race-${index}` }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(3);
    expect(new Set(results.flatMap((result) => (result.ok ? [] : [result.reason])))).toEqual(
      new Set(['no-attempts']),
    );
    expect(await listLedger(db, [user.id])).toHaveLength(3);
  });

  test('50 copies of one submission are graded once and get the same reply', async () => {
    const user = await newUser();
    const page = await contextOf(user, 'try');
    const results = await Promise.all(
      Array.from({ length: 50 }, () => answer(user, page, 'try-1', yes, { idempotencyKey: 'one key' })),
    );
    const states = results.map((result) => JSON.stringify(recorded(result).item.state));
    expect(new Set(states).size).toBe(1);
    expect(await listLedger(db, [user.id])).toHaveLength(1);
    expect((await findUserById(db, user.id))?.xp).toBe(4);
  });

  test('another answer with the same idempotency key is refused', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-1', no, { idempotencyKey: 'k' });
    expect(await answer(user, 'try', 'try-1', yes, { idempotencyKey: 'k' })).toEqual({
      ok: false,
      reason: 'key-reused',
    });
  });

  test('the same answer with a new idempotency key is a new attempt', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-1', no);
    expect(recorded(await answer(user, 'try', 'try-1', no)).item.state.used).toBe(2);
  });

  test('a solved item accepts no further answer', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-1', yes);
    expect(await answer(user, 'try', 'try-1', yes)).toEqual({ ok: false, reason: 'settled' });
  });

  test('an item of another activity is outside', async () => {
    const user = await newUser();
    expect(await answer(user, 'try', 'practice-order', rightOrder)).toEqual({
      ok: false,
      reason: 'outside',
    });
    expect(await listLedger(db, [user.id])).toHaveLength(0);
  });

  test('a pool item that this test did not draw is outside, one not yet reached is not open', async () => {
    const user = await newUser();
    await startSitting(world, user, inFixture('test'));
    const { open } = await contextOf(user, 'test');
    const pool = Array.from({ length: 12 }, (_, at) => `pool-${at + 1}`);
    const absent = pool.find((id) => !open?.itemIds.includes(id)) ?? '';
    expect(await answer(user, 'test', absent, yes)).toEqual({ ok: false, reason: 'outside' });
    expect(await answer(user, 'test', open?.itemIds[5] ?? '', yes)).toEqual({
      ok: false,
      reason: 'not-open',
    });
  });

  test('a challenge that was not started accepts no answer', async () => {
    expect(await answer(await newUser(), 'challenge', 'challenge-1', yes)).toEqual({
      ok: false,
      reason: 'not-open',
    });
  });
});

describe('the clock of a challenge', () => {
  // challenge-1 has 1:30, and answers on their way when it ends have ten seconds of grace.
  test.each([
    { afterMs: 89_999, accepted: true, why: 'just before the end' },
    { afterMs: 90_000, accepted: true, why: 'at the very end' },
    { afterMs: 100_000, accepted: true, why: 'at the end of the grace' },
    { afterMs: 100_001, accepted: false, why: 'after the grace' },
  ])('$why', async ({ afterMs, accepted }) => {
    const user = await newUser();
    await startSitting(world, user, inFixture('challenge'));
    world.pass(afterMs);
    const result = await answer(user, 'challenge', 'challenge-1', yes);
    expect(result.ok ? 'accepted' : result.reason).toBe(accepted ? 'accepted' : 'late');
    expect(await listLedger(db, [user.id])).toHaveLength(accepted ? 1 : 0);
  });

  test('starting again does not start the clock again', async () => {
    const user = await newUser();
    const first = await startSitting(world, user, inFixture('challenge'));
    world.pass(60_000);
    const again = await startSitting(world, user, inFixture('challenge'));
    const deadline = (result: typeof first) => (result.ok ? result.value.current?.state.deadline : undefined);
    expect(deadline(again)).toBe(deadline(first));
  });

  test.each([
    { clockFactor: 2, minutes: 3 },
    { clockFactor: 0, minutes: null },
  ])('a clock set to $clockFactor gives $minutes minutes', async ({ clockFactor, minutes }) => {
    const user = await newUser({ clockFactor });
    const started = await startSitting(world, user, inFixture('challenge'));
    const deadline = started.ok ? (started.value.current?.state.deadline ?? null) : undefined;
    expect(deadline).toBe(minutes === null ? null : world.now().getTime() + minutes * 60_000);
  });
});

describe('a challenge', () => {
  test('all problems right earn the badge, and the result is timed', async () => {
    const user = await newUser();
    await startSitting(world, user, inFixture('challenge'));
    expect(recorded(await answer(user, 'challenge', 'challenge-1', yes)).badge).toBeNull();
    await openNextItem(world, user, inFixture('challenge'));
    const last = recorded(await answer(user, 'challenge', 'challenge-2', yes));
    expect(last.badge).toMatchObject({ id: 'fixture-badge' });
    expect(last.sitting).toMatchObject({
      status: 'closed',
      result: { kind: 'challenge', right: 2, total: 2, timed: true },
    });
  });

  test('one missed problem earns none, and a new sitting may try again', async () => {
    const user = await newUser();
    await startSitting(world, user, inFixture('challenge'));
    await answer(user, 'challenge', 'challenge-1', no);
    await answer(user, 'challenge', 'challenge-1', no);
    await openNextItem(world, user, inFixture('challenge'));
    const last = recorded(await answer(user, 'challenge', 'challenge-2', yes));
    expect(last.badge).toBeNull();
    const again = await startSitting(world, user, inFixture('challenge'));
    expect(again).toMatchObject({ ok: true, value: { status: 'open', address: { ordinal: 2 } } });
  });

  test('the next problem cannot be opened while one is being worked on', async () => {
    const user = await newUser();
    await startSitting(world, user, inFixture('challenge'));
    const next = await openNextItem(world, user, inFixture('challenge'));
    expect(next).toMatchObject({ ok: true, value: { current: { id: 'challenge-1' } } });
  });
});

describe('a test', () => {
  async function takeTest(rightOnes: number) {
    const user = await newUser();
    return { user, ...(await sit(user, 'test', (question) => question <= rightOnes)) };
  }

  test('reveals nothing before its end and everything after', async () => {
    const { replies, sitting } = await takeTest(5);
    const before = JSON.stringify(replies.filter((reply) => reply.sitting?.status === 'open'));
    expect(replies).toHaveLength(10);
    expect(canaries.filter((canary) => before.includes(canary))).toEqual([]);
    expect(sitting.answeredItems).toHaveLength(10);
    expect(JSON.stringify(replies.at(-1)?.sitting?.answeredItems)).toContain('-solution');
  });

  test.each([
    { rightOnes: 10, outcome: 'strong' },
    { rightOnes: 7, outcome: 'unsure' },
    { rightOnes: 2, outcome: 'not-yet' },
  ])('$rightOnes of 10 three-option questions is $outcome', async ({ rightOnes, outcome }) => {
    const { user, sitting } = await takeTest(rightOnes);
    expect(sitting.result).toMatchObject({ kind: 'test', outcome, right: rightOnes, asked: 10 });
    expect((await findUserById(db, user.id))?.xp).toBe(0);
  });

  test('a retake draws other questions where the pool has them', async () => {
    const { user } = await takeTest(0);
    const first = (await contextOf(user, 'test')).latest?.itemIds ?? [];
    await startSitting(world, user, inFixture('test'));
    const second = (await contextOf(user, 'test')).open?.itemIds ?? [];
    const fresh = Array.from({ length: 12 }, (_, at) => `pool-${at + 1}`).filter((id) => !first.includes(id));
    expect(second).toEqual(expect.arrayContaining(fresh));
  });
});

test('an opened hint still costs points after a start over', async () => {
  const user = await newUser();
  await openHint(world, user, { ...inFixture('practice'), sitting: 1, item: 'practice-order' });
  await startOver(world, user, inFixture('practice'));
  expect(recorded(await answer(user, 'practice', 'practice-order', rightOrder)).gained).toBe(9);
});

test('a repeated request for a hint opens and costs one hint', async () => {
  const user = await newUser();
  const request = { ...inFixture('try'), sitting: 1, item: 'try-1', seen: 0 };
  const opened = async () => {
    const result = await openHint(world, user, request);
    return result.ok && result.value.kind === 'recorded' ? result.value.item.state.hints.length : result;
  };
  expect([await opened(), await opened(), await opened()]).toEqual([1, 1, 1]);
  expect(recorded(await answer(user, 'try', 'try-1', yes)).gained).toBe(3);
});

test('a clock turned off during the challenge makes the result untimed', async () => {
  const user = await newUser();
  await startSitting(world, user, inFixture('challenge'));
  await answer(user, 'challenge', 'challenge-1', yes);
  await openNextItem(world, { ...user, clockFactor: 0 }, inFixture('challenge'));
  const last = recorded(await answer(user, 'challenge', 'challenge-2', yes));
  expect(last.sitting?.result).toMatchObject({ timed: false });
});

test('a missed question of a test schedules nothing before its end', async () => {
  const user = await newUser();
  await startSitting(world, user, inFixture('test'));
  const { open } = await contextOf(user, 'test');
  await answer(user, 'test', open?.itemIds[0] ?? '', no);
  expect(await listReviews(db, user.id)).toEqual([]);
});

test('a card reviewed hours ago can be rated again', async () => {
  const user = await newUser();
  await answer(user, 'review', 'review-card', { rating: 'good' });
  expect(await answer(user, 'review', 'review-card', { rating: 'good' })).toMatchObject({
    reason: 'settled',
  });
  world.pass(7 * 60 * 60_000);
  expect(recorded(await answer(user, 'review', 'review-card', { rating: 'hard' })).item.state.used).toBe(1);
});
