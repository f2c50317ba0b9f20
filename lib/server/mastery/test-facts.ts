import { listItemBeliefs } from '#db/beliefs.ts';
import type { Db } from '#db/client.ts';
import { listRecentItems } from '#db/sittings.ts';
import { findVerdict } from '#db/verdicts.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { ItemDifficulty } from '#lib/mastery/answer-beliefs.ts';
import type { ItemsToAvoid, TestAnswer } from '#lib/mastery/concept-test.ts';
import { lessonPool } from '#lib/mastery/lesson-pool.ts';
import type { TestFacts } from '#lib/mastery/sitting-test.ts';
import { type Bank, testBank } from '#lib/mastery/test-bank.ts';
import type { TestRule } from '#lib/mastery/test-rule.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { practisedItems } from './practised-items.ts';

/** The number of last tests whose items are avoided. */
const recentTests = 2;

/** What is stored about the test of a sitting beside the sitting itself. */
export async function loadTestFacts(
  db: Db,
  lesson: Lesson,
  { continues }: Pick<Sitting, 'continues'>,
): Promise<TestFacts> {
  const previous = continues ? await answersOf(db, continues) : [];
  return { previous, difficulties: await difficultiesOf(db, lesson) };
}

/** A lesson's pool with the difficulties estimated from all answers so far. */
export async function lessonBank(db: Db, lesson: Lesson, rule: Pick<TestRule, 'cut'>): Promise<Bank> {
  return testBank(lessonPool(lesson, await difficultiesOf(db, lesson)), rule);
}

/** The items of a lesson's pool that a test of this user avoids. */
export async function itemsToAvoid(
  db: Db,
  learner: { readonly userId: string; readonly lesson: Lesson },
  now: Date,
): Promise<ItemsToAvoid> {
  const { practised } = await practisedItems(db, learner, now);
  const tests = { userId: learner.userId, lessonId: learner.lesson.id, activity: 'test' };
  return { practised, recent: new Set(await listRecentItems(db, tests, recentTests)) };
}

async function difficultiesOf(db: Db, { pool }: Lesson): Promise<ReadonlyMap<string, ItemDifficulty>> {
  const beliefs = await listItemBeliefs(
    db,
    pool.map(({ id }) => id),
  );
  return new Map(beliefs.map((belief) => [belief.itemId, belief]));
}

async function answersOf(db: Db, sittingId: string): Promise<TestAnswer[]> {
  const verdict = await findVerdict(db, sittingId);
  return verdict?.receipt?.answers.map(({ itemId, correct }) => ({ itemId, correct })) ?? [];
}
