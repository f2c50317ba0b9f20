import { describe, expect, test } from 'vitest';
import { listLedger } from '#db/responses.ts';
import { findReview, listReviews, recordReviews } from '#db/reviews.ts';
import { findLatestSitting } from '#db/sittings.ts';
import { listActivityStandings } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { recount } from '#lib/server/progress/recount.ts';
import { today } from '#lib/server/progress/today.ts';
import { startSitting } from '#lib/server/sitting/start-sitting.ts';
import { fixtureLibrary, fixtureLessonId as lesson } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, no, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { countedReviews } from './rebuild-reviews.ts';
import { continueReview, startReview } from './start-review.ts';
import { type OpenReview, viewReview } from './view-review.ts';

const library = fixtureLibrary();
const world = testWorld(await testDatabase(), library);
const { db } = world.database;
const { newUser, itemOf, contextOf, answer } = workflow(world);
const dayMs = 86_400_000;
const first = { lessonId: lesson, subject: 'objective', subjectId: 'first' } as const;
const second = { ...first, subjectId: 'second' };
const card = { ...first, subject: 'card', subjectId: 'review-card' } as const;

/** Somebody to whom `first` and a card are due. */
async function withTwoDue(): Promise<SessionUser> {
  const user = await newUser();
  await answer(user, 'try', 'try-1', no);
  await answer(user, 'review', 'review-card', { rating: 'good' });
  world.pass(4 * dayMs);
  return user;
}

async function opened(user: SessionUser): Promise<OpenReview> {
  const view = await viewReview(world, user);
  if (view.status !== 'open') throw new Error(`The review is ${view.status}`);
  return view;
}

/** Answers the open question of the review, and returns its id. */
async function answerStep(user: SessionUser, given: 'right' | 'wrong'): Promise<string> {
  const { item } = await opened(user);
  expect(await answer(user, 'due', item.id, given)).toMatchObject({ ok: true, value: { kind: 'recorded' } });
  return item.id;
}

describe('what an answer schedules', () => {
  test('a concept by its objective, from the first answer on; a wrong one is due tomorrow', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-1', yes);
    expect(await findReview(db, user.id, first)).toMatchObject({ lastGrade: 'good', lapses: 0 });
    await answer(user, 'try', 'try-2', no);
    const missed = await findReview(db, user.id, first);
    expect(missed).toMatchObject({ lastGrade: 'again', lapses: 1 });
    expect(missed && Date.parse(missed.dueDay) - Date.parse(missed.lastDay)).toBe(dayMs);
    await answer(user, 'try', 'try-2', yes);
    expect(await findReview(db, user.id, first)).toEqual(missed);
    expect(await findReview(db, user.id, second)).toBeUndefined();
  });

  test('open questions are not scheduled', async () => {
    const user = await newUser();
    await answer(user, 'scale', 'scale-what-if', { text: 'it would take longer' });
    expect(await listReviews(db, user.id)).toEqual([]);
  });

  test('the day is that of the learner’s own calendar', async () => {
    const late = await newUser({ timeZone: 'Pacific/Kiritimati' });
    await answer(late, 'try', 'try-1', no);
    const row = await findReview(db, late.id, first);
    const local = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Kiritimati' }).format(world.now());
    expect(row?.lastDay).toBe(local);
  });
});

describe('five minutes of review', () => {
  test('asks a sibling of what was missed and the card itself, one at a time, and shows when each is due again', async () => {
    const user = await withTwoDue();
    expect(await viewReview(world, user)).toEqual({ status: 'none', due: 2 });
    expect(await startReview(world, user)).toMatchObject({ ok: true });
    expect(await opened(user)).toMatchObject({ position: 1, total: 2, isLast: false });
    const asked = [await answerStep(user, 'right')];
    await continueReview(world, user);
    expect(await opened(user)).toMatchObject({ position: 2, total: 2, isLast: true });
    asked.push(await answerStep(user, 'right'));
    expect(asked).toContain('review-card');
    expect(asked).not.toContain('try-1');
    await continueReview(world, user);
    const end = await viewReview(world, user);
    expect(end).toMatchObject({ status: 'ended', due: 0 });
    if (end.status === 'ended') {
      expect(end.reviewed.map(({ result }) => result)).toEqual(['right', 'right']);
      expect(end.reviewed.map(({ label }) => label)).toContain('Say what comes first');
      for (const { dueIn } of end.reviewed) expect(dueIn).toMatch(/^(tomorrow|in \d+ days)$/);
    }
    expect((await today(world, user)).due).toEqual([]);
  });

  test('a right answer on its day lengthens the interval, a slow one less so', async () => {
    const pauses: number[] = [];
    for (const ms of [10_000, 10 * 60_000]) {
      const user = await newUser();
      await answer(user, 'try', 'try-1', no);
      world.pass(2 * dayMs);
      await startReview(world, user);
      world.pass(ms);
      await answerStep(user, 'right');
      const row = await findReview(db, user.id, first);
      expect(row?.lastGrade).toBe(ms > 60_000 ? 'hard' : 'good');
      pauses.push(Date.parse(row?.dueDay ?? '') - Date.parse(row?.lastDay ?? ''));
    }
    expect(pauses[0]).toBeGreaterThan(pauses[1] ?? Number.POSITIVE_INFINITY);
  });

  test('a skipped question stays due', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-1', no);
    world.pass(dayMs);
    await startReview(world, user);
    await continueReview(world, user);
    expect(await viewReview(world, user)).toMatchObject({
      status: 'ended',
      due: 1,
      reviewed: [{ result: 'skipped', dueIn: 'today' }],
    });
  });

  test('a review cannot start when nothing is due', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-1', yes);
    expect(await startReview(world, user)).toEqual({ ok: false, reason: 'nothing-due' });
    expect(await viewReview(world, user)).toEqual({ status: 'none', due: 0 });
  });

  test('a review that was left for hours is stale, and the next one replaces it', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-1', no);
    world.pass(dayMs);
    await startReview(world, user);
    world.pass(7 * 3_600_000);
    expect(await viewReview(world, user)).toMatchObject({ status: 'none', due: 1 });
    await startReview(world, user);
    expect(await opened(user)).toMatchObject({ position: 1, total: 1 });
    expect(
      (await findLatestSitting(db, { userId: user.id, lessonId: lesson, activity: 'due' }))?.ordinal,
    ).toBe(2);
  });

  test('an item that was not chosen is outside', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-1', no);
    world.pass(dayMs);
    expect(await answer(user, 'due', 'try-2', yes)).toEqual({ ok: false, reason: 'outside' });
    await startReview(world, user);
    const { item } = await opened(user);
    const other = ['try-1', 'try-2'].find((id) => id !== item.id) ?? '';
    expect(await answer(user, 'due', other, yes)).toEqual({ ok: false, reason: 'outside' });
  });

  test('questions of an open test are not asked', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-1', no);
    world.pass(dayMs);
    await startSitting(world, user, inFixture('test'));
    const asked = (await contextOf(user, 'test')).open?.itemIds ?? [];
    await startReview(world, user);
    expect(asked).not.toContain((await opened(user)).item.id);
  });
});

describe('a test', () => {
  test('schedules nothing before it is over', async () => {
    const user = await newUser();
    await startSitting(world, user, inFixture('test'));
    const ids = (await contextOf(user, 'test')).open?.itemIds ?? [];
    expect(ids).toHaveLength(10);
    for (const id of ids.slice(0, 9)) await answer(user, 'test', id, no);
    expect(await listReviews(db, user.id)).toEqual([]);
    expect(await countedReviews(db, user.id, library)).toEqual([]);
    await answer(user, 'test', ids[9] ?? '', no);
    expect(await listReviews(db, user.id)).toMatchObject([{ ...first, lastGrade: 'again', lapses: 0 }]);
  });
});

describe('the ledger', () => {
  test('gives the same schedules again, for everybody here', async () => {
    expect((await recount(world)).differences).toEqual([]);
  });

  test('repairs what was changed or lost', async () => {
    const user = await withTwoDue();
    const kept = await listReviews(db, user.id);
    const [one] = kept;
    if (!one) throw new Error('Nothing was scheduled');
    await recordReviews(db, [{ ...one, stability: 999, dueDay: '2099-01-01' }]);
    await recordReviews(db, [{ ...one, subjectId: 'never-asked' }]);
    const mended = await recount(world, { repair: true });
    expect(mended.differences.map(({ total }) => total)).toEqual(['review', 'review']);
    expect(mended.repaired).toBe(1);
    expect(await listReviews(db, user.id)).toEqual(kept);
  });

  test('points, streak and progress follow a review as any answer', async () => {
    const user = await newUser();
    await answer(user, 'try', 'try-1', no);
    world.pass(dayMs);
    await startReview(world, user);
    const id = await answerStep(user, 'right');
    const stands = (await itemOf(id)).activity;
    expect((await listLedger(db, [user.id])).at(-1)).toMatchObject({
      activity: 'due',
      itemId: id,
      verdict: 'right',
    });
    expect((await findUserById(db, user.id))?.streakDays).toBe(2);
    const standing = (await listActivityStandings(db, [user.id])).find(({ activity }) => activity === stands);
    expect(standing?.solved).toBe(1);
  });

  test('a card is reviewed as itself', async () => {
    const user = await newUser();
    await answer(user, 'review', 'review-card', { rating: 'again' });
    world.pass(dayMs);
    await startReview(world, user);
    expect((await opened(user)).item.id).toBe('review-card');
    await answerStep(user, 'wrong');
    expect(await findReview(db, user.id, card)).toMatchObject({
      lastGrade: 'again',
      lapses: 1,
      repetitions: 2,
    });
  });
});
