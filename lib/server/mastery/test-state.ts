import { listItemBeliefs } from '#db/beliefs.ts';
import type { Db } from '#db/client.ts';
import type { Sitting } from '#db/sittings.ts';
import { findVerdict } from '#db/verdicts.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { ConceptTest, ItemsToAvoid, TestAnswer } from '#lib/mastery/concept-test.ts';
import { lessonPool } from '#lib/mastery/lesson-pool.ts';
import { type Bank, testBank } from '#lib/mastery/test-bank.ts';
import { continuedRule, standardRule, type TestRule } from '#lib/mastery/test-rule.ts';
import type { ActivityContext } from '#lib/server/sitting/activity-context.ts';
import { isSolved, itemsOf, readSitting } from '#lib/server/sitting/read-sitting.ts';
import { servedBeforeTest } from '#lib/server/sitting/select-items.ts';

/** An open test, with all that its next question and its verdict depend on. */
export interface TestState {
  readonly bank: Bank;
  readonly rule: TestRule;
  readonly test: ConceptTest;
  readonly avoided: ItemsToAvoid;
}

/** A lesson's pool with the difficulties estimated from all answers so far. */
export async function lessonBank(db: Db, lesson: Lesson, rule: Pick<TestRule, 'cut'>): Promise<Bank> {
  const beliefs = await listItemBeliefs(
    db,
    lesson.pool.map(({ id }) => id),
  );
  return testBank(lessonPool(lesson, new Map(beliefs.map((belief) => [belief.itemId, belief]))), rule);
}

/** Loads the test of a sitting, with the rule it started with. */
export async function loadTestState(
  db: Db,
  context: ActivityContext,
  sitting: Sitting,
  now: Date,
): Promise<TestState> {
  const rule: TestRule = { ...standardRule, maxQuestions: sitting.most ?? standardRule.maxQuestions };
  const previous = sitting.continues ? await answersOf(db, sitting.continues) : [];
  const records = await readSitting(db, sitting.id);
  const items = itemsOf(context, sitting);
  const answered = items.flatMap(({ id }): TestAnswer[] => {
    const record = records.get(id);
    return record?.serving?.settledAt ? [{ itemId: id, correct: isSolved(record) }] : [];
  });
  return {
    bank: await lessonBank(db, context.lesson, rule),
    rule: sitting.continues ? continuedRule(rule, previous.length) : rule,
    test: {
      mode: sitting.scope === 'stepwise' ? 'adaptive' : 'fixed',
      form: items.map(({ id }) => id),
      answers: [...previous, ...answered],
    },
    avoided: await servedBeforeTest(db, context, now),
  };
}

async function answersOf(db: Db, sittingId: string): Promise<TestAnswer[]> {
  const verdict = await findVerdict(db, sittingId);
  return verdict?.receipt?.answers.map(({ itemId, correct }) => ({ itemId, correct })) ?? [];
}
