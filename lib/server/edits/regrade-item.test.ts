import { expect, test } from 'vitest';
import { listBadges } from '#db/badges.ts';
import { listRegrades } from '#db/regrades.ts';
import { listLedger } from '#db/responses.ts';
import { listReviews } from '#db/reviews.ts';
import { listServings } from '#db/servings.ts';
import { findLatestSitting } from '#db/sittings.ts';
import { listActivityStandings, listAllItemStandings } from '#db/standings.ts';
import { findUserById, type User } from '#db/users.ts';
import { findVerdict } from '#db/verdicts.ts';
import { chance } from '#lib/chance/chance.ts';
import type { Item } from '#lib/item/registry.ts';
import type { Library } from '#lib/lesson/library.ts';
import { recountBeliefs } from '#lib/server/mastery/recount-beliefs.ts';
import { recentRegrades } from '#lib/server/progress/recent-regrades.ts';
import { recount } from '#lib/server/progress/recount.ts';
import { openNextItem, startSitting } from '#lib/server/sitting/start-sitting.ts';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, no, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { type RegradeRequest, regradeItem } from './regrade-item.ts';
import { otherKey } from './testing/edited-course.ts';
import { undoRegrade } from './undo-regrade.ts';

let lessons: Library = fixtureLibrary();
const world = { ...testWorld(await testDatabase(), lessons), library: async () => lessons };
const { db } = world.database;
const { newUser, itemOf, answer, sit, view } = workflow(world, { msPerAnswer: 20_000 });
const { item: question } = await itemOf('try-1');

const request: RegradeRequest = {
  ...{ itemId: question.id, policy: 'no-one-loses', by: null },
  reason: 'The key was wrong.',
};

/** The course as it was, or with `no` as the right option of these questions. */
function setKey(which: ((item: Item) => boolean) | null): void {
  lessons = which ? otherKey(which) : fixtureLibrary();
}
const onQuestion = ({ id }: Item) => id === question.id;

/** Everything that a regrade may change of a person. */
async function stored(user: User) {
  const sittings = await Promise.all(
    ['try', 'challenge', 'test'].map((activity) =>
      findLatestSitting(db, { userId: user.id, lessonId: fixtureLessonId, activity }),
    ),
  );
  const ids = sittings.flatMap((sitting) => sitting?.id ?? []);
  const byItem = (a: { itemId: string }, b: { itemId: string }) => (a.itemId < b.itemId ? -1 : 1);
  return {
    person: await findUserById(db, user.id),
    grades: (await listLedger(db, [user.id])).map(({ id, score, verdict, points }) => ({
      id,
      score,
      verdict,
      points,
    })),
    items: (await listAllItemStandings(db, user.id)).toSorted(byItem),
    activities: (await listActivityStandings(db, [user.id])).toSorted((a, b) =>
      a.activity < b.activity ? -1 : 1,
    ),
    servings: (await Promise.all(ids.map((id) => listServings(db, id)))).map((rows) => rows.toSorted(byItem)),
    verdicts: await Promise.all(ids.map((id) => findVerdict(db, id))),
    badges: await listBadges(db, user.id),
    reviews: await listReviews(db, user.id),
  };
}

/** Stored totals equal a replay of the ledger and the events; beliefs equal one of the ledger alone. */
async function expectCounted(): Promise<void> {
  expect((await recount(world)).differences).toEqual([]);
  expect((await recountBeliefs(world)).differences).toEqual([]);
}

test('a corrected key makes answers right, pays them and settles them; the ledger keeps what was graded first', async () => {
  setKey(null);
  const [wronged, lucky] = [await newUser(), await newUser()];
  await answer(wronged, 'try', question.id, no);
  await answer(lucky, 'try', question.id, yes);
  const before = await stored(lucky);
  setKey(onQuestion);
  const preview = await regradeItem(world, request, { isDryRun: true });
  expect(preview).toMatchObject({
    value: {
      regradeId: null,
      answers: 2,
      people: 2,
      becomeRight: 1,
      becomeWrong: 0,
      points: 4,
      badges: [],
    },
  });
  expect(await listRegrades(db, question.id)).toEqual([]);

  const done = await regradeItem(world, request);
  expect(done).toMatchObject({
    ok: true,
    value: { becomeRight: 1, becomeWrong: 0, otherwise: 0, points: 4 },
  });
  const after = await stored(wronged);
  expect(after.person?.xp).toBe(4);
  expect(after.grades).toMatchObject([{ score: 1, verdict: 'right', points: 4 }]);
  expect(after.items).toMatchObject([
    { itemId: question.id, solved: true, bestScore: 1, points: 4, tries: 1 },
  ]);
  expect(after.activities).toMatchObject([{ activity: 'try', solved: 1, wrong: 0 }]);
  expect(after.servings[0]).toMatchObject([{ solved: true, bestScore: 1, settledAt: world.now() }]);
  expect(await answer(wronged, 'try', question.id, no)).toMatchObject({ ok: false, reason: 'settled' });
  expect(await stored(lucky)).toEqual(before);
  await expectCounted();

  expect(await regradeItem(world, request)).toMatchObject({
    value: { regradeId: null, becomeRight: 0, points: 0 },
  });
  expect(await listRegrades(db, question.id)).toHaveLength(1);
});

test('by the new key, who was right by the old one loses it; the undo gives it back', async () => {
  setKey(null);
  const user = await newUser();
  await answer(user, 'try', question.id, yes);
  const before = await stored(user);
  setKey(onQuestion);
  const done = await regradeItem(world, { ...request, policy: 'new-key', userIds: [user.id] });
  expect(done).toMatchObject({ ok: true, value: { becomeWrong: 1, points: -4 } });
  expect((await stored(user)).person?.xp).toBe(0);
  await expectCounted();
  const regradeId = (done.ok && done.value.regradeId) || '';
  const undo = { regradeId, reason: 'It was right after all.', by: null };
  expect(await undoRegrade(world, undo)).toMatchObject({ ok: true, value: { answers: 1 } });
  expect(await stored(user)).toEqual(before);
  expect(await undoRegrade(world, undo)).toEqual({ ok: false, reason: 'undone' });
  expect(await undoRegrade(world, { ...undo, regradeId: 'none' })).toEqual({
    ok: false,
    reason: 'unknown-regrade',
  });
});

test('a challenge that becomes all right earns its badge, and loses it with the undo', async () => {
  setKey(null);
  const user = await newUser();
  const asked =
    (await itemOf('challenge-1')).lesson.activities.find(({ slug }) => slug === 'challenge')?.items ?? [];
  const at = asked.findIndex(({ type }) => type === 'choice');
  await sit(user, 'challenge', (question) => question !== at + 1);
  const before = await stored(user);
  expect(before.badges).toEqual([]);
  const wrong = asked[at];
  if (!wrong) throw new Error('The challenge has no choice question');
  setKey(({ id }) => id === wrong.id);
  const done = await regradeItem(world, { ...request, itemId: wrong.id });
  expect(done).toMatchObject({ ok: true, value: { badges: [user.id] } });
  expect((await stored(user)).badges).toMatchObject([{ badgeId: 'fixture-badge', earnedAt: world.now() }]);
  await expectCounted();
  await undoRegrade(world, { regradeId: (done.ok && done.value.regradeId) || '', reason: 'No.', by: null });
  expect(await stored(user)).toEqual(before);
});

test('whatever is answered, corrected and undone: totals equal the replay, and undoing all restores all', async () => {
  const moved: string[] = [];
  for (const seed of ['one', 'two', 'three']) {
    const random = chance(`regrades/${seed}`);
    setKey(null);
    const users = [await newUser(), await newUser(), await newUser()];
    for (const user of users) {
      for (const id of ['try-1', 'try-2', 'try-1', 'try-2'])
        if (random.below(3) > 0) await answer(user, 'try', id, random.below(2) === 0 ? yes : no);
      await sit(user, 'test', () => random.below(3) > 0);
      if (random.below(2) === 0) await sit(user, 'challenge', () => random.below(3) > 0);
    }
    const before = await Promise.all(users.map(stored));
    const asked = [
      ...new Set(
        (
          await listLedger(
            db,
            users.map(({ id }) => id),
          )
        ).map(({ itemId }) => itemId),
      ),
    ];
    const events: string[] = [];
    for (const itemId of random.shuffle(asked.filter((id) => lessons.item(id)?.item.type === 'choice'))) {
      world.pass(1000);
      setKey(({ id }) => id === itemId);
      const policy = random.below(2) === 0 ? 'no-one-loses' : 'new-key';
      const corrected = { ...request, itemId, policy, userIds: users.map(({ id }) => id) } as const;
      const planned = await regradeItem(world, corrected, { isDryRun: true });
      const done = await regradeItem(world, corrected);
      const withoutId = ({ ...done }: typeof planned) =>
        done.ok ? { ...done.value, regradeId: null } : done.reason;
      expect(withoutId(planned)).toEqual(withoutId(done));
      if (done.ok && done.value.regradeId) events.push(done.value.regradeId);
      if (done.ok) moved.push(...done.value.verdicts.map(({ userId }) => userId));
    }
    await expectCounted();
    expect(events.length).toBeGreaterThan(5);
    for (const regradeId of events.toReversed())
      expect(await undoRegrade(world, { regradeId, reason: 'Back.', by: null })).toMatchObject({ ok: true });
    expect(await Promise.all(users.map(stored))).toEqual(before);
    await expectCounted();
  }
  expect(moved).not.toEqual([]);
});

test('the newest regrade of an item is undone first', async () => {
  setKey(null);
  const user = await newUser();
  await answer(user, 'try', question.id, no);
  const own = { ...request, userIds: [user.id], policy: 'new-key' as const };
  setKey(onQuestion);
  const first = await regradeItem(world, own);
  setKey(null);
  const second = await regradeItem(world, own);
  const undo = async (done: typeof first) =>
    undoRegrade(world, { regradeId: (done.ok && done.value.regradeId) || '', reason: 'No.', by: null });
  expect(await undo(first)).toEqual({ ok: false, reason: 'later-regrade' });
  expect(await undo(second)).toMatchObject({ ok: true });
  expect((await stored(user)).grades).toMatchObject([{ verdict: 'right' }]);
  expect(await undo(first)).toMatchObject({ ok: true });
  expect((await stored(user)).grades).toMatchObject([{ verdict: 'wrong' }]);
});

test('an item that is unknown, or that cannot be wrong, is refused', async () => {
  setKey(null);
  expect(await regradeItem(world, { ...request, itemId: 'none' })).toEqual({
    ok: false,
    reason: 'unknown-item',
  });
  const card = lessons
    .lessons()
    .flatMap(({ activities }) => activities.flatMap(({ items }) => items))
    .find(({ type }) => type === 'card');
  expect(await regradeItem(world, { ...request, itemId: card?.id ?? '' })).toEqual({
    ok: false,
    reason: 'not-graded',
  });
});

test('Today tells for two weeks which answer counts otherwise and why, but not during a test', async () => {
  setKey(null);
  const user = await newUser();
  await answer(user, 'try', question.id, no);
  setKey(onQuestion);
  const done = await regradeItem(world, { ...request, userIds: [user.id] });
  const told = async () => recentRegrades(db, lessons, user.id, world.now());
  expect(await told()).toMatchObject([
    { now: 'right', points: 4, reason: 'The key was wrong.', activity: 'Try', isUndo: false },
  ]);
  world.pass(15 * 24 * 60 * 60_000);
  expect(await told()).toEqual([]);
  await undoRegrade(world, { regradeId: (done.ok && done.value.regradeId) || '', reason: 'No.', by: null });
  expect(await told()).toMatchObject([{ now: 'wrong', points: -4, isUndo: true }]);

  setKey(null);
  await startSitting(world, user, inFixture('test'));
  await openNextItem(world, user, inFixture('test'));
  const asked = (await view(user, 'test')).current?.id ?? '';
  await answer(user, 'test', asked, 'right');
  setKey(({ id }) => id === asked);
  const during = await regradeItem(world, {
    ...request,
    itemId: asked,
    policy: 'new-key',
    userIds: [user.id],
  });
  expect(during).toMatchObject({ ok: true, value: { becomeWrong: 1 } });
  expect(await told()).toHaveLength(1);
});
