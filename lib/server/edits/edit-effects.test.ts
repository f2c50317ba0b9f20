import { expect, test } from 'vitest';
import { insertClassroom } from '#db/classrooms.ts';
import { addMembership } from '#db/memberships.ts';
import { findLatestSitting } from '#db/sittings.ts';
import { findVerdict } from '#db/verdicts.ts';
import { itemEdits } from '#lib/lesson/edits/item-edits.ts';
import type { Library } from '#lib/lesson/library.ts';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { no, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { editEffects } from './edit-effects.ts';
import { edited, otherKey } from './testing/edited-course.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { db } = world.database;
const { newUser, itemOf, answer, sit } = workflow(world, { msPerAnswer: 20_000 });
const { item: question } = await itemOf('try-1');

const effectsOf = async (after: Library) => editEffects(db, itemEdits(await world.library(), after));

test('a moved key makes right answers wrong and wrong ones right', async () => {
  const [first, second] = [await newUser(), await newUser()];
  await answer(first, 'try', question.id, no);
  await answer(first, 'try', question.id, yes);
  await answer(second, 'try', question.id, yes);
  const effects = await effectsOf(otherKey(({ id }) => id === question.id));
  expect([...effects.items]).toEqual([
    [
      question.id,
      {
        ...{ answers: 3, people: 2, becomeRight: 1, becomeWrong: 2 },
        ...{ scoreOtherwise: 0, choseWhatIsGone: 0, mustRun: 0 },
      },
    ],
  ]);
  expect(effects.verdicts).toEqual([]);
});

test('an option that is gone leaves the answers that chose it without a grade', async () => {
  const without = edited((item, secret) =>
    item.id === question.id && 'options' in item.body && item.body.options
      ? {
          item: {
            ...item,
            body: { ...item.body, options: item.body.options.filter(({ id }) => id !== 'no') },
          },
          secret,
        }
      : null,
  );
  const { items } = await effectsOf(without);
  expect(items.get(question.id)).toMatchObject({
    answers: 3,
    choseWhatIsGone: 1,
    becomeWrong: 0,
    becomeRight: 0,
  });
});

test('other words change no grade', async () => {
  const { items, verdicts } = await effectsOf(
    edited((item, secret) => ({ item: { ...item, prompt: [['p', null, 'In other words?']] }, secret })),
  );
  expect(items.get(question.id)).toMatchObject({
    answers: 3,
    becomeWrong: 0,
    becomeRight: 0,
    scoreOtherwise: 0,
  });
  expect(verdicts).toEqual([]);
});

test('verdicts are computed again from the answers that count otherwise', async () => {
  const user = await newUser();
  await sit(user, 'test', () => true);
  const sitting = await findLatestSitting(db, {
    userId: user.id,
    lessonId: fixtureLessonId,
    activity: 'test',
  });
  const stored = await findVerdict(db, sitting?.id ?? '');
  const asked = stored?.receipt?.answers.map(({ itemId }) => itemId) ?? [];
  const kept = await effectsOf(otherKey(({ id }) => id === question.id));
  expect(kept.verdicts).toEqual([]);
  const moved = await effectsOf(otherKey(({ id }) => asked.includes(id)));
  expect(moved.verdicts).toEqual([
    { userId: user.id, lessonId: fixtureLessonId, from: stored?.outcome, to: 'not-yet' },
  ]);
  expect(await findVerdict(db, sitting?.id ?? '')).toEqual(stored);
  expect((await itemOf(question.id)).item.version).toBe(question.version);
});

test('a regrade of a moved key says whose rank would move; it takes nothing from anybody', async () => {
  const [gains, holds] = [await newUser({ onBoard: true }), await newUser({ onBoard: true })];
  await insertClassroom(db, { id: 'class', name: 'Class', joinCode: 'code', createdAt: world.now() });
  for (const { id: userId } of [gains, holds])
    await addMembership(db, { classroomId: 'class', userId, role: 'student', joinedAt: world.now() });
  await answer(gains, 'try', question.id, no);
  await answer(holds, 'try', question.id, yes);
  const { regrades } = await effectsOf(otherKey(({ id }) => id === question.id));
  const moves = regrades.get(question.id);
  expect(moves).toMatchObject({ becomeWrong: 0, badges: [], ranks: [gains.id] });
  expect(moves?.points).toBeGreaterThanOrEqual(4);
});
