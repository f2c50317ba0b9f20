import { beforeAll, describe, expect, test } from 'vitest';
import { recordItemBelief } from '#db/beliefs.ts';
import { findLatestSitting } from '#db/sittings.ts';
import { findVerdict } from '#db/verdicts.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { makeLibrary } from '#lib/lesson/library.ts';
import {
  normalPrior,
  probabilityAbove,
  responseCurve,
  updatePosterior,
} from '#lib/mastery/ability-posterior.ts';
import { testsPerDay } from '#lib/mastery/retake-rule.ts';
import type { TestResult } from '#lib/progress/sitting-view.ts';
import { goToQuestion } from '#lib/server/mastery/go-to-question.ts';
import { standingId, visibleStandings } from '#lib/server/progress/people-standings.ts';
import { today } from '#lib/server/progress/today.ts';
import { fixtureLibrary, fixtureLessonId as lesson } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, recorded, workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { continueTest } from './continue-test.ts';
import { startSitting } from './start-sitting.ts';

const conceptTest = inFixture('test');
const poolSize = 48;
const world = testWorld(await testDatabase(), manyQuestions());
const { db } = world.database;
const { newUser, view, answer, answerAll } = workflow(world, { msPerAnswer: 20_000 });

/** The fixture with a pool of 48, sixteen of each level. */
function manyQuestions() {
  const [track] = fixtureLibrary().tracks;
  const [own] = track?.lessons ?? [];
  if (!track || !own) throw new Error('The fixture has no lesson');
  const copies = Array.from({ length: poolSize }, (_, at) => {
    const from = own.pool[at % 3];
    const secret = from && own.secrets.get(from.id);
    if (!from || !secret) throw new Error('The fixture has no pool');
    return { item: { ...from, id: `many-${at}` }, secret };
  });
  const secrets = new Map([...own.secrets, ...copies.map(({ item, secret }) => [item.id, secret] as const)]);
  const pool = copies.map(({ item }) => item);
  return makeLibrary([{ ...track, lessons: [{ ...own, pool, secrets }] }], []);
}

/** Answers the open test to its end; `isRight` gets the number of each question of this sitting. */
async function finish(user: SessionUser, isRight: (question: number) => boolean): Promise<TestResult> {
  const { result } = (await answerAll(user, 'test', isRight)).sitting;
  if (result?.kind !== 'test') throw new Error('The test has no result');
  return result;
}

async function take(user: SessionUser, isRight: (question: number) => boolean): Promise<TestResult> {
  expect(await startSitting(world, user, conceptTest)).toMatchObject({ ok: true });
  return finish(user, isRight);
}

const latest = (user: SessionUser) =>
  findLatestSitting(db, { userId: user.id, lessonId: lesson, activity: 'test' });

test('before anything is calibrated ten are asked, easy ones first, and the verdict is provisional', async () => {
  const user = await newUser();
  const result = await take(user, () => false);
  expect(result).toMatchObject({ outcome: 'not-yet', asked: 10, right: 0, provisional: true, more: null });
  expect((await latest(user))?.scope).toBe('drawn');
  expect(result.nextReview).toBe('tomorrow');
  const asked = result.objectives.reduce((sum, objective) => sum + objective.asked, 0);
  expect([asked, result.minutes]).toEqual([10, expect.any(Number)]);
  const page = '/tracks/fixture-track/fixture';
  expect(result.objectives.filter(({ isWeak }) => isWeak)).toMatchObject([
    {
      text: 'Say what comes first',
      right: 0,
      read: [
        { title: 'Where it begins (Introduction)', href: `${page}#s-where-it-begins` },
        { title: 'Practice', href: `${page}/practice` },
      ],
    },
  ]);
  expect(result.steps.map(({ rule }) => rule)).toEqual(['read-weak', 'practise-weak', 'retest']);
  expect(result.steps[0]?.reason).toBe(
    'This passage teaches what your test found weak. Read it, then practise exactly that.',
  );
  expect(result.steps[2]?.day).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect((await today(world, user)).next?.recommendation).toEqual(result.steps[0]);
});

describe('flagging in a test whose questions are known from the start', () => {
  const goTo = async (user: SessionUser, question: number) => {
    world.pass(1_000);
    const gone = await goToQuestion(world, user, { ...conceptTest, question });
    if (!gone.ok) throw new Error(gone.reason);
    return gone.value;
  };
  const started = async () => {
    const user = await newUser();
    const start = await startSitting(world, user, conceptTest);
    if (!start.ok) throw new Error(start.reason);
    return { user, start: start.value };
  };
  const answerOne = async (user: SessionUser) => {
    const { current } = await view(user, 'test');
    recorded(await answer(user, 'test', current?.id ?? '', 'right'));
    return view(user, 'test');
  };

  test('a flagged question waits while others are answered, and comes back before the end', async () => {
    const { user, start } = await started();
    expect(start.afterFlag).toBe(2);
    const second = await goTo(user, 2);
    expect(second.statuses.slice(0, 3)).toEqual(['flagged', 'current', 'todo']);
    expect(second.current?.id).not.toBe(start.current?.id);
    for (let question = 2; question <= 9; question++) await answerOne(user);
    expect((await answerOne(user)).current?.id).toBe(start.current?.id);
    const last = await view(user, 'test');
    expect(last.statuses).toEqual(['current', ...Array(9).fill('answered')]);
    expect(last.afterFlag).toBeNull();
    expect(await answerOne(user)).toMatchObject({
      status: 'closed',
      result: { kind: 'test', asked: 10, right: 10 },
    });
  });

  test('one returns to a flagged question at any time, and then to the one that was left for it', async () => {
    const { user, start } = await started();
    const third = (await goTo(user, 2)) && (await goTo(user, 3));
    const back = await goTo(user, 1);
    expect(back.statuses.slice(0, 4)).toEqual(['current', 'flagged', 'flagged', 'todo']);
    expect(back.current?.id).toBe(start.current?.id);
    expect(back.afterFlag).toBe(4);
    expect((await goTo(user, 3)).current?.id).toBe(third.current?.id);
  });

  test('an answered question is not opened again, and no number beyond the last', async () => {
    const { user } = await started();
    const second = await answerOne(user);
    for (const question of [1, 11]) expect((await goTo(user, question)).current?.id).toBe(second.current?.id);
  });
});

test('a verdict can be worked out again from its receipt', async () => {
  const user = await newUser();
  const result = await take(user, (n) => n % 3 !== 0);
  const receipt = (await findVerdict(db, (await latest(user))?.id ?? ''))?.receipt;
  if (!receipt) throw new Error('There is no receipt');
  const posterior = receipt.answers.reduce(
    (before, answer) => updatePosterior(before, responseCurve(answer), answer.correct),
    normalPrior(receipt.prior),
  );
  expect(receipt.answers).toHaveLength(10);
  expect(probabilityAbove(posterior, receipt.cutAbility)).toBeCloseTo(result.pStrong, 2);
});

test('a test that could not tell is continued: its answers count, and nothing is asked twice', async () => {
  const user = await newUser();
  const open = await take(user, (n) => n > 2);
  expect(open).toMatchObject({ outcome: 'unsure', asked: 10, right: 8, mayContinue: true });
  expect(open.more).toBeGreaterThanOrEqual(1);
  const before = (await latest(user))?.itemIds ?? [];
  expect(await continueTest(world, user, conceptTest)).toMatchObject({ ok: true, value: { status: 'open' } });
  const settled = await finish(user, () => false);
  expect(settled.outcome).toBe('not-yet');
  expect(settled.asked).toBeGreaterThan(10);
  expect(settled.asked).toBeLessThanOrEqual(20);
  expect(settled).toMatchObject({ right: 8, mayContinue: false });
  const after = (await latest(user))?.itemIds ?? [];
  expect(after.filter((id) => before.includes(id))).toEqual([]);
  expect(await continueTest(world, user, conceptTest)).toMatchObject({ ok: false, reason: 'not-open' });
});

test('a day later it is too late to continue, and a settled test is never continued', async () => {
  const late = await newUser();
  await take(late, (n) => n > 2);
  world.pass(25 * 60 * 60_000);
  expect(await continueTest(world, late, conceptTest)).toMatchObject({ ok: false, reason: 'not-open' });
  const settled = await newUser();
  await take(settled, () => false);
  expect(await continueTest(world, settled, conceptTest)).toMatchObject({ ok: false, reason: 'not-open' });
});

test('three tests may be begun on a day; continuing one does not count', async () => {
  const user = await newUser();
  const shared: (readonly string[])[] = [];
  for (let taken = 0; taken < testsPerDay; taken++) {
    await take(user, (n) => n > 2);
    shared.push((await latest(user))?.itemIds ?? []);
    if (taken === 0) {
      expect(await continueTest(world, user, conceptTest)).toMatchObject({ ok: true });
      await finish(user, () => false);
    }
  }
  expect(shared[0]?.filter((id) => shared[1]?.includes(id))).toEqual([]);
  expect(await startSitting(world, user, conceptTest)).toMatchObject({ ok: false, reason: 'tested-enough' });
  world.pass(24 * 60 * 60_000);
  expect(await startSitting(world, user, conceptTest)).toMatchObject({ ok: true });
});

test('ten that race to begin begin one', async () => {
  const user = await newUser();
  const started = await Promise.all(Array.from({ length: 10 }, () => startSitting(world, user, conceptTest)));
  expect(new Set(started.map((one) => (one.ok ? one.value.address.ordinal : 'refused')))).toEqual(
    new Set([1]),
  );
});

describe('once items are calibrated', () => {
  beforeAll(async () => {
    for (let at = 0; at < poolSize; at++) {
      const mean = (at % 12) / 4 - 1.4;
      await recordItemBelief(db, {
        itemId: `many-${at}`,
        lessonId: lesson,
        mean,
        variance: 0.15,
        answers: 40,
      });
    }
  });

  test('the test ends as soon as it is sure, after five at the least', async () => {
    const user = await newUser();
    expect(await startSitting(world, user, conceptTest)).toMatchObject({
      value: { mayEndEarly: true, statuses: ['current', ...Array(9).fill('todo')] },
    });
    const result = await finish(user, () => false);
    expect(result).toMatchObject({ outcome: 'not-yet', asked: 5, provisional: false });
    expect((await latest(user))?.scope).toBe('stepwise');
  });

  test('and asks ten at the most, each once', async () => {
    const user = await newUser();
    const result = await take(user, (n) => n % 4 !== 0);
    const asked = (await latest(user))?.itemIds ?? [];
    expect(result.asked).toBeLessThanOrEqual(10);
    expect(new Set(asked).size).toBe(result.asked);
  });

  test('a reload shows the same question', async () => {
    const user = await newUser();
    await startSitting(world, user, conceptTest);
    const first = (await view(user, 'test')).current?.id;
    expect((await view(user, 'test')).current?.id).toBe(first);
    expect(await startSitting(world, user, conceptTest)).toMatchObject({ value: { current: { id: first } } });
  });

  test('two people are not asked the same', async () => {
    const forms: string[] = [];
    for (let users = 0; users < 4; users++) {
      const user = await newUser();
      await take(user, (n) => n % 4 !== 0);
      forms.push([...((await latest(user))?.itemIds ?? [])].toSorted().join());
    }
    expect(new Set(forms).size).toBe(4);
  });
});

test('while a test is open, nobody learns from their level how its answers go', async () => {
  const user = await newUser();
  await take(user, () => true);
  const before = (await visibleStandings(db, user.id)).get(standingId(user.id, lesson));
  expect(before?.standing).toBeGreaterThan(0);
  await startSitting(world, user, conceptTest);
  expect((await visibleStandings(db, user.id)).get(standingId(user.id, lesson))?.standing).toBeNull();
  await finish(user, () => false);
  const after = (await visibleStandings(db, user.id)).get(standingId(user.id, lesson));
  expect(after?.standing).toBeLessThan(before?.standing ?? 0);
});
