import { beforeEach, describe, expect, test } from 'vitest';
import { listBadges } from '#db/badges.ts';
import { saveDraft } from '#db/drafts.ts';
import { listLateAnswers } from '#db/late-answers.ts';
import { listLedger } from '#db/responses.ts';
import { findServing } from '#db/servings.ts';
import { findUserById } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { alias } from '#lib/chance/chance.ts';
import { postedFields } from '#lib/cli/demo/post-answer.ts';
import { type Answer, itemType } from '#lib/item/registry.ts';
import { recount } from '#lib/server/progress/recount.ts';
import { endOverdueItem } from '#lib/server/sitting/end-item.ts';
import { openNextItem, startSitting } from '#lib/server/sitting/start-sitting.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, no, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { closeOverdue } from './close-overdue.ts';

const database = await testDatabase();
const world = testWorld(database, fixtureLibrary());
const { db } = database;
const { newUser, itemOf, contextOf, answer, view } = workflow(world);
const challenge = inFixture('challenge');
// challenge-1 has 1:30, challenge-2 has 2:00; ten seconds of grace, and five more before the server ends an item.
const over1 = 90_000 + 15_000 + 1;
const over2 = 120_000 + 15_000 + 1;

// What a test leaves open must not be ended in the next one's sweep.
beforeEach(async () => {
  world.pass(8 * 24 * 60 * 60_000);
  await closeOverdue(world);
});

async function challenger(clockFactor = 1): Promise<SessionUser> {
  const user = await newUser({ clockFactor });
  await startSitting(world, user, challenge);
  return user;
}

async function latestOf(user: SessionUser): Promise<Sitting> {
  const { latest } = await contextOf(user, 'challenge');
  if (!latest) throw new Error('The user has started no challenge');
  return latest;
}

/** Saves what was chosen without checking it, as the page does while somebody works. */
async function save(user: SessionUser, itemId: string, chosen: Answer): Promise<void> {
  const latest = await latestOf(user);
  const { item } = await itemOf(itemId);
  const shown = itemType(item.type).renameIds(chosen, alias(`${latest.seed}/${itemId}`));
  if (!shown) throw new Error('This cannot be answered so');
  const made = { fields: postedFields(item.type, shown), device: 'page', turn: 1, base: 0, valid: true };
  await database.transaction((tx) => saveDraft(tx, latest.id, itemId, { ...made, savedAt: world.now() }));
}

describe('C4: the learner never returns', () => {
  test('one sweep ends the problem and grades the last draft as of when it was saved', async () => {
    const user = await challenger();
    world.pass(60_000);
    const savedAt = world.now();
    await save(user, 'challenge-1', yes);
    world.pass(over1 - 60_000);
    expect(await closeOverdue(world)).toEqual({ items: 1, abandoned: 0 });
    const [response, ...others] = await listLedger(db, [user.id]);
    expect(others).toEqual([]);
    expect(response).toMatchObject({ verdict: 'right', ordinal: 1, durationMs: 60_000, receivedAt: savedAt });
    expect((await findUserById(db, user.id))?.xp).toBe(4);
    expect(await view(user, 'challenge')).toMatchObject({
      status: 'open',
      statuses: ['right', 'todo'],
      mayOpenNext: true,
    });
  });

  test('without a draft the problem ends unanswered, and the next one stays closed', async () => {
    const user = await challenger();
    world.pass(over1);
    expect(await closeOverdue(world)).toEqual({ items: 1, abandoned: 0 });
    expect(await listLedger(db, [user.id])).toEqual([]);
    expect((await view(user, 'challenge')).statuses).toEqual(['wrong', 'todo']);
    expect(await findServing(db, (await latestOf(user)).id, 'challenge-2')).toBeUndefined();
  });

  test('the last problem ends the challenge with its result and badge', async () => {
    const user = await challenger();
    await answer(user, 'challenge', 'challenge-1', yes);
    await openNextItem(world, user, challenge);
    await save(user, 'challenge-2', yes);
    world.pass(over2);
    await closeOverdue(world);
    expect((await latestOf(user)).closedAt).toEqual(world.now());
    expect(await listBadges(db, user.id)).toMatchObject([{ badgeId: 'fixture-badge', timed: 'timed' }]);
    expect((await view(user, 'challenge')).result).toMatchObject({ kind: 'challenge', right: 2, total: 2 });
  });

  test('a sweep a moment earlier ends nothing, and a second one nothing more', async () => {
    await challenger();
    world.pass(over1 - 1);
    expect((await closeOverdue(world)).items).toBe(0);
    world.pass(1);
    expect((await closeOverdue(world)).items).toBe(1);
    expect((await closeOverdue(world)).items).toBe(0);
  });

  test('one sweep ends more problems than one query returns', async () => {
    await Promise.all(Array.from({ length: 60 }, () => challenger()));
    world.pass(over1);
    expect((await closeOverdue(world)).items).toBe(60);
  });

  test('totals equal the ledger, though a draft is graded as of before a later answer', async () => {
    const user = await challenger();
    await save(user, 'challenge-1', yes);
    world.pass(90_001);
    await openNextItem(world, user, challenge);
    await answer(user, 'challenge', 'challenge-2', yes);
    world.pass(15_000);
    await closeOverdue(world);
    expect((await findUserById(db, user.id))?.xp).toBe(4 + 12);
    expect(await recount(world, {})).toMatchObject({ differences: [] });
  });
});

describe('C2, C3: too late', () => {
  test.each([
    { why: 'the tab stayed open', swept: false },
    { why: 'the tab was gone and the server ended the problem meanwhile', swept: true },
  ])('$why: the answer is refused and the last save counts', async ({ swept }) => {
    const user = await challenger();
    await save(user, 'challenge-1', yes);
    world.pass(10 * 60_000);
    if (swept) await closeOverdue(world);
    expect(await answer(user, 'challenge', 'challenge-1', no)).toEqual({ ok: false, reason: 'settled' });
    await closeOverdue(world);
    expect((await listLedger(db, [user.id])).map(({ verdict }) => verdict)).toEqual(['right']);
  });

  test('with nothing saved the answer is late and nothing counts', async () => {
    const user = await challenger();
    world.pass(10 * 60_000);
    expect(await answer(user, 'challenge', 'challenge-1', yes)).toEqual({ ok: false, reason: 'late' });
    await closeOverdue(world);
    expect(await answer(user, 'challenge', 'challenge-1', yes)).toEqual({ ok: false, reason: 'late' });
    expect(await listLedger(db, [user.id])).toEqual([]);
  });

  test('each late attempt is logged once, with its time and its deadline', async () => {
    const user = await challenger();
    const deadlineAt = new Date(world.now().getTime() + 90_000);
    world.pass(100_001);
    const receivedAt = world.now();
    await answer(user, 'challenge', 'challenge-1', yes, { idempotencyKey: 'tardy' });
    world.pass(60_000);
    await answer(user, 'challenge', 'challenge-1', yes, { idempotencyKey: 'tardy' });
    const latest = await latestOf(user);
    expect(await listLateAnswers(db, user.id, 9)).toEqual([
      {
        userId: user.id,
        idempotencyKey: 'tardy',
        sittingId: latest.id,
        ...{ lessonId: challenge.lesson, activity: 'challenge', itemId: 'challenge-1' },
        ...{ receivedAt, deadlineAt, reason: 'late' },
      },
    ]);
  });

  test('another refusal is not logged', async () => {
    const user = await challenger();
    await answer(user, 'challenge', 'challenge-1', yes);
    expect(await answer(user, 'challenge', 'challenge-1', no)).toEqual({ ok: false, reason: 'settled' });
    expect(await answer(user, 'challenge', 'challenge-2', yes)).toEqual({ ok: false, reason: 'not-open' });
    expect(await listLateAnswers(db, user.id, 9)).toEqual([]);
  });

  test('a save after the grace does not count', async () => {
    const user = await challenger();
    world.pass(100_001);
    await save(user, 'challenge-1', yes);
    world.pass(5_000);
    await closeOverdue(world);
    expect(await listLedger(db, [user.id])).toEqual([]);
  });

  test('a save at the end of the grace does', async () => {
    const user = await challenger();
    world.pass(100_000);
    await save(user, 'challenge-1', yes);
    world.pass(5_001);
    await closeOverdue(world);
    expect(await listLedger(db, [user.id])).toHaveLength(1);
  });

  test('what was saved over a checked answer is the second attempt and lowers nothing', async () => {
    const user = await challenger();
    await answer(user, 'challenge', 'challenge-1', no);
    world.pass(1_000);
    await save(user, 'challenge-1', yes);
    world.pass(over1);
    await closeOverdue(world);
    expect((await listLedger(db, [user.id])).map(({ ordinal, verdict }) => [ordinal, verdict])).toEqual([
      [1, 'wrong'],
      [2, 'right'],
    ]);
  });
});

describe('continuing when the time is over', () => {
  test('the next problem opens at once with its own clock, and the answer on its way still counts', async () => {
    const user = await challenger();
    world.pass(90_001);
    const next = await openNextItem(world, user, challenge);
    expect(next).toMatchObject({ ok: true, value: { current: { id: 'challenge-2' } } });
    expect(next.ok && next.value.current?.state.deadline).toBe(world.now().getTime() + 120_000);
    world.pass(9_999);
    expect((await answer(user, 'challenge', 'challenge-1', yes)).ok).toBe(true);
  });

  test('at the deadline itself the problem is still open', async () => {
    const user = await challenger();
    world.pass(90_000);
    const next = await openNextItem(world, user, challenge);
    expect(next).toMatchObject({ ok: true, value: { current: { id: 'challenge-1' } } });
  });

  test('after the last problem the result is there at once, saves counted', async () => {
    const user = await challenger();
    await save(user, 'challenge-1', yes);
    world.pass(90_001);
    await openNextItem(world, user, challenge);
    await save(user, 'challenge-2', yes);
    world.pass(120_001);
    const end = await openNextItem(world, user, challenge);
    expect(end).toMatchObject({ ok: true, value: { status: 'closed', result: { right: 2, total: 2 } } });
    expect(await listBadges(db, user.id)).toHaveLength(1);
  });

  test('an answer that ends the challenge does not drop a save that was not yet counted', async () => {
    const user = await challenger();
    await save(user, 'challenge-1', yes);
    world.pass(90_001);
    await openNextItem(world, user, challenge);
    world.pass(10_001);
    const last = await answer(user, 'challenge', 'challenge-2', yes);
    expect(last).toMatchObject({ ok: true, value: { sitting: { status: 'closed', result: { right: 2 } } } });
  });
});

describe('a challenge that was left', () => {
  test('is closed by its clocks alone within a week', async () => {
    const user = await challenger();
    await answer(user, 'challenge', 'challenge-1', yes);
    world.pass(7 * 24 * 60 * 60_000);
    expect((await closeOverdue(world)).abandoned).toBe(0);
    expect((await openNextItem(world, user, challenge)).ok).toBe(true);
    world.pass(over2);
    await closeOverdue(world);
    expect((await view(user, 'challenge')).result).toMatchObject({ right: 1, total: 2 });
  });

  test('is closed after a week: the last draft counts, an unopened problem counts as not answered', async () => {
    const user = await challenger(0);
    await save(user, 'challenge-1', yes);
    world.pass(7 * 24 * 60 * 60_000 + 1);
    expect(await closeOverdue(world)).toEqual({ items: 0, abandoned: 1 });
    expect(await view(user, 'challenge')).toMatchObject({
      status: 'closed',
      result: { right: 1, total: 2, badge: null },
    });
  });

  test('a test has no clock and is never closed by the server', async () => {
    const user = await newUser();
    await startSitting(world, user, inFixture('test'));
    world.pass(365 * 24 * 60 * 60_000);
    expect(await closeOverdue(world)).toEqual({ items: 0, abandoned: 0 });
  });
});

test('B6: two sweeps, the person’s own answer and Next race 100 times: one answer, one settled problem', async () => {
  const users = await Promise.all(Array.from({ length: 100 }, () => challenger()));
  for (const user of users) await save(user, 'challenge-1', yes);
  world.pass(over1);
  const results = await Promise.all([
    ...users.map((user) => answer(user, 'challenge', 'challenge-1', no)),
    closeOverdue(world),
    ...users.map((user) => openNextItem(world, user, challenge)),
    closeOverdue(world),
  ]);
  expect(results.filter((result) => 'ok' in result && result.ok)).toHaveLength(100);
  await closeOverdue(world);
  const ledger = await listLedger(
    db,
    users.map(({ id }) => id),
  );
  expect(ledger.map(({ verdict, ordinal }) => `${verdict} ${ordinal}`)).toEqual(users.map(() => 'right 1'));
  for (const user of users) {
    const latest = await latestOf(user);
    expect(await findServing(db, latest.id, 'challenge-1')).toMatchObject({ used: 1, solved: true });
  }
  expect(await recount(world, {})).toMatchObject({ differences: [] });
});

describe('the learner watches the time run out', () => {
  // Nothing is shown while an answer may still be under way: 90 s and ten of grace.
  const within = 90_000 + 10_000;

  test('after its grace the problem is closed and shows its solution; the next one waits', async () => {
    const user = await challenger();
    world.pass(within);
    const early = await endOverdueItem(world, user, challenge);
    expect(early.ok && early.value.current?.state).toMatchObject({ timeOver: true, solution: null });
    world.pass(1);
    const late = await endOverdueItem(world, user, challenge);
    const { current, statuses, mayOpenNext } = (late.ok && late.value) || expect.fail('It was refused');
    expect(current).toMatchObject({ id: 'challenge-1', state: { settled: true, timeOver: true, pays: [] } });
    expect(current?.state.solution).not.toBeNull();
    expect([statuses, mayOpenNext]).toEqual([['wrong', 'todo'], true]);
  });

  test('a draft that was saved in time is graded before the solution is shown', async () => {
    const user = await challenger();
    await save(user, 'challenge-1', yes);
    world.pass(within + 1);
    const reply = await endOverdueItem(world, user, challenge);
    expect(reply.ok && reply.value.current?.state).toMatchObject({
      solved: true,
      timeOver: false,
      points: 4,
    });
  });

  test('the last problem ends the challenge', async () => {
    const user = await challenger();
    await answer(user, 'challenge', 'challenge-1', yes);
    await openNextItem(world, user, challenge);
    world.pass(over2);
    const reply = await endOverdueItem(world, user, challenge);
    expect(reply.ok && reply.value).toMatchObject({ status: 'closed', statuses: ['right', 'wrong'] });
  });
});
