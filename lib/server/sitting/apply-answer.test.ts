import { expect, test } from 'vitest';
import { conceptBeliefWrite, listAllBeliefs, lockConceptBelief } from '#db/beliefs.ts';
import type { Tx } from '#db/client.ts';
import { setDeadline, settleServing } from '#db/clocks.ts';
import { listLedger } from '#db/responses.ts';
import { ConflictError } from '#db/retry.ts';
import { claimAttempt, findServing } from '#db/servings.ts';
import { closeSitting, openSitting } from '#db/sittings.ts';
import { writeTogether } from '#db/write-together.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { Attempt } from '#lib/progress/attempt.ts';
import { gradeAttempt } from '#lib/progress/grade-attempt.ts';
import { newSitting } from '#lib/sitting/new-sitting.ts';
import { fixtureLibrary, fixtureLessonId as lesson } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { applyAnswer } from './apply-answer.ts';
import { loadAttempt } from './load-attempt.ts';
import { startSitting } from './start-sitting.ts';

const database = await testDatabase();
const world = testWorld(database, fixtureLibrary());
const { db } = database;
const { newUser, itemOf } = workflow(world);

/** Loads and grades an answer to the first problem of a started challenge. */
async function graded(tx: Tx, user: SessionUser) {
  const request = { userId: user.id, name: inFixture('challenge'), now: world.now() };
  const found = await itemOf('challenge-1');
  const attempt = await loadAttempt(tx, world, { ...request, found, idempotencyKey: 'key' });
  if (!attempt?.context.open) throw new Error('The challenge is not open');
  const answer = { answer: yes, idempotencyKey: 'key', id: world.newId(), now: world.now() };
  const changes = gradeAttempt(attempt, attempt.context.open, answer);
  if ('refused' in changes) throw new Error(changes.refused);
  return { attempt, changes };
}

const place = ({ context }: Attempt) => ({ sittingId: context.open?.id ?? '', itemId: 'challenge-1' });

test.each<{ why: string; change: (tx: Tx, attempt: Attempt) => Promise<unknown> }>([
  {
    why: 'the attempt was used',
    change: async (tx, attempt) => {
      const serving = attempt.context.records.get('challenge-1')?.serving;
      if (!serving) throw new Error('The problem is not open');
      return claimAttempt(tx, { ...serving, used: 1 }, world.now());
    },
  },
  { why: 'the item was settled', change: (tx, attempt) => settleServing(tx, place(attempt), world.now()) },
  {
    why: 'its time was over',
    change: (tx, attempt) => setDeadline(tx, place(attempt), new Date(world.now().getTime() - 10_001)),
  },
  {
    why: 'the sitting was closed',
    change: (tx, attempt) => closeSitting(tx, place(attempt).sittingId, world.now()),
  },
  {
    why: 'another answer changed the belief about the lesson',
    change: (tx, { history }) =>
      writeTogether(tx, [
        conceptBeliefWrite({
          lessonId: lesson,
          mean: 0,
          variance: 1,
          clock: 99,
          previous: history.concept?.clock,
        }),
      ]),
  },
])('nothing is stored when $why between reading and writing', async ({ change }) => {
  const user = await newUser();
  await startSitting(world, user, inFixture('challenge'));
  let sittingId = '';
  const applied = database.transaction(async (tx) => {
    const { attempt, changes } = await graded(tx, user);
    ({ sittingId } = place(attempt));
    await change(tx, attempt);
    await applyAnswer(tx, attempt, changes);
  });
  // SQLite never repeats a transaction; PostgreSQL gives up after a few.
  const failure: unknown = await applied.catch((error: unknown) => error);
  expect(failure instanceof Error && (failure.cause ?? failure)).toBeInstanceOf(ConflictError);
  expect(await listLedger(db, [user.id])).toEqual([]);
  expect(await findServing(db, sittingId, 'challenge-1')).toMatchObject({ used: 0, settledAt: null });
});

test('nothing is stored when another round was opened between reading and writing', async () => {
  const user = await newUser();
  const found = await itemOf('try-1');
  const request = { userId: user.id, name: inFixture('try'), found, idempotencyKey: 'key', now: world.now() };
  const applied = database.transaction(async (tx) => {
    const attempt = await loadAttempt(tx, world, request);
    if (!attempt) throw new Error('There is no Try');
    const newRound = (id: string) =>
      newSitting(attempt.context, { id, items: attempt.context.items, now: world.now() });
    const answer = { answer: yes, idempotencyKey: 'key', id: world.newId(), now: world.now() };
    const changes = gradeAttempt(attempt, newRound(world.newId()), answer);
    if ('refused' in changes) throw new Error(changes.refused);
    await openSitting(tx, newRound(world.newId()));
    await applyAnswer(tx, attempt, changes);
  });
  const failure: unknown = await applied.catch((error: unknown) => error);
  expect(failure instanceof Error && (failure.cause ?? failure)).toBeInstanceOf(ConflictError);
  expect(await listLedger(db, [user.id])).toEqual([]);
});

test('the first answers to a lesson that race change its belief one after another', async () => {
  const lessonId = 'a lesson without answers';
  const answer = () =>
    database.transaction(async (tx) => {
      const previous = await lockConceptBelief(tx, lessonId);
      const belief = { lessonId, mean: 0, variance: 1, clock: (previous?.clock ?? 0) + 1 };
      await writeTogether(tx, [conceptBeliefWrite({ ...belief, previous: previous?.clock })]);
    });
  await Promise.all(Array.from({ length: 8 }, answer));
  const { concepts } = await listAllBeliefs(db);
  expect(concepts.find((row) => row.lessonId === lessonId)?.clock).toBe(8);
});
