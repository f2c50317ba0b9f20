import type { Chance } from '#lib/chance/chance.ts';
import { chance } from '#lib/chance/chance.ts';
import { emptyHistory } from '#lib/sitting/draw.ts';
import { type Draws, draws } from '#lib/statistics/draws.ts';
import { chanceKnown } from './ability-posterior.ts';
import { withGuess } from './belief.ts';
import { conceptOutcome, nextItem, openTest, withAnswer } from './concept-test.ts';
import type { PoolItem } from './item-knowledge.ts';
import { abilityAt } from './reference-share.ts';
import { type Bank, testBank } from './test-bank.ts';
import type { TestRule } from './test-rule.ts';
import type { TestVerdict } from './verdict.ts';

/** The outcomes of simulated tests of a learner who knows the share `knows` of the pool, as shares of all their tests. */
export interface CardRow {
  readonly knows: number;
  readonly strong: number;
  readonly notYet: number;
  readonly unsure: number;
  readonly meanLength: number;
}

/** The error rates of a lesson's test, simulated on its own pool. */
export interface VerdictCard {
  readonly tests: number;
  readonly guesser: CardRow;
  readonly halfKnower: CardRow;
  readonly knower: CardRow;
}

interface SimulatedTest {
  readonly outcome: TestVerdict['outcome'];
  readonly length: number;
}
/**
 * Simulates `tests` seeded tests each of a blind guesser, a learner who knows 55 % of the pool and one who knows 85 %. The
 * last two have the ability at which that share of the pool is known, so they know easy items more often than hard ones.
 * All of them guess items that they do not know. A share found to be p has the standard error sqrt(p (1 - p) / tests), at most
 * .016; "0 of 1,000" means a probability below .003 with 95 % confidence.
 */
export function verdictCard(
  pool: readonly PoolItem[],
  rule: TestRule,
  seed: string,
  tests: number = 1000,
): VerdictCard {
  const bank = testBank(pool, rule);
  const row = (knows: number): CardRow => {
    const ability = abilityAt(pool, knows);
    const known = (item: PoolItem) => (knows === 0 ? 0 : chanceKnown(ability, item));
    return simulateRow(
      knows,
      tests,
      (random, source) => simulateTest(bank, { rule, known, source, random }),
      chance(`${seed}/${knows}`),
    );
  };
  return { tests, guesser: row(0), halfKnower: row(0.55), knower: row(0.85) };
}

function simulateRow(
  knows: number,
  tests: number,
  sit: (random: Draws, chance: Chance) => SimulatedTest,
  source: Chance,
): CardRow {
  const random = draws(source);
  const sat = Array.from({ length: tests }, () => sit(random, source));
  const share = (outcome: SimulatedTest['outcome']) =>
    sat.filter((one) => one.outcome === outcome).length / tests;
  return {
    knows,
    strong: share('strong'),
    notYet: share('not-yet'),
    unsure: share('unsure'),
    meanLength: sat.reduce((sum, { length }) => sum + length, 0) / tests,
  };
}

/** One test of a learner who knows an item with the probability that `known` gives. */
function simulateTest(
  bank: Bank,
  {
    rule,
    known,
    source,
    random,
  }: {
    readonly rule: TestRule;
    readonly known: (item: PoolItem) => number;
    readonly source: Chance;
    readonly random: Draws;
  },
): SimulatedTest {
  let test = openTest(bank, rule, emptyHistory, source);
  for (;;) {
    const item = nextItem(bank, { rule, test, avoided: emptyHistory, chance: source });
    if (!item) return { outcome: conceptOutcome(bank, rule, test), length: test.answers.length };
    test = withAnswer(test, item.id, random.happens(withGuess(known(item), item.guess)));
  }
}
