import { type Chance, chance } from '#lib/chance/chance.ts';
import type { Item } from '#lib/item/registry.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import { isSolved, isWaiting, itemsOf } from '#lib/sitting/item-record.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import type { ItemDifficulty } from './answer-beliefs.ts';
import {
  type ConceptTest,
  type ConceptVerdict,
  conceptVerdict,
  type ItemsToAvoid,
  isOver,
  nextItem,
  type TestAnswer,
} from './concept-test.ts';
import { lessonPool } from './lesson-pool.ts';
import { type Bank, testBank } from './test-bank.ts';
import { continuedRule, standardRule, type TestRule } from './test-rule.ts';

/** What is stored about a test beside its sitting. */
export interface TestFacts {
  /** The answers of the test that it continues. */
  readonly previous: readonly TestAnswer[];
  /** The difficulties of the pool that are estimated from answers, by item id. */
  readonly difficulties: ReadonlyMap<string, ItemDifficulty>;
}

/** The test of a sitting, with the rule it started with and the answers so far. */
export interface SittingTest {
  readonly bank: Bank;
  readonly rule: TestRule;
  readonly test: ConceptTest;
  /** The seed of the sitting. */
  readonly seed: string;
}

export function sittingTest(context: ActivityContext, sitting: Sitting, facts: TestFacts): SittingTest {
  const { previous, difficulties } = facts;
  const rule: TestRule = { ...standardRule, maxQuestions: sitting.most ?? standardRule.maxQuestions };
  const items = itemsOf(context, sitting);
  const answered = items.flatMap(({ id }): TestAnswer[] => {
    const record = context.records.get(id);
    return record?.serving.settledAt ? [{ itemId: id, correct: isSolved(record) }] : [];
  });
  return {
    bank: testBank(lessonPool(context.lesson, difficulties), rule),
    rule: sitting.continues ? continuedRule(rule, previous.length) : rule,
    test: {
      mode: sitting.scope === 'stepwise' ? 'adaptive' : 'fixed',
      // What was left for later comes last.
      form: [
        ...items.filter(({ id }) => !isWaiting(context.records.get(id))),
        ...items.filter(({ id }) => isWaiting(context.records.get(id))),
      ].map(({ id }) => id),
      answers: [...previous, ...answered],
    },
    seed: sitting.seed,
  };
}

export const isTestOver = ({ bank, rule, test }: SittingTest): boolean => isOver(bank, rule, test);

/** The next question of a test that is not over. Only an adaptive test chooses it, and avoids items. */
export function nextQuestion(
  { bank, rule, test, seed }: SittingTest,
  { all }: Pick<ActivityContext, 'all'>,
  avoided: ItemsToAvoid,
): Item | undefined {
  const questionChance: Chance = chance(`${seed}/question/${test.answers.length}`);
  const next = nextItem(bank, { rule, test, avoided, chance: questionChance });
  return all.find(({ id }) => id === next?.id);
}

/** The verdict of the answers so far, with how many were right. */
export function verdictOf({ bank, rule, test, seed }: SittingTest): ConceptVerdict & {
  readonly right: number;
  readonly asked: number;
} {
  return {
    ...conceptVerdict(bank, rule, test, chance(`${seed}/more`)),
    right: test.answers.filter(({ correct }) => correct).length,
    asked: test.answers.length,
  };
}
