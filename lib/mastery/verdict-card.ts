import type { Chance } from '#lib/item/item-type.ts';
import { chance } from '#lib/sitting/chance.ts';
import { drawTest, metNothing } from '#lib/sitting/draw.ts';
import { type Draws, draws } from '#lib/statistics/draws.ts';
import { chanceKnown } from './ability-posterior.ts';
import { withGuess } from './belief.ts';
import { answered, conceptOutcome, nextItem, openTest } from './concept-test.ts';
import type { PoolItem } from './item-knowledge.ts';
import { abilityAt } from './reference-share.ts';
import { type Bank, testBank } from './test-bank.ts';
import type { TestRule } from './test-rule.ts';
import { type TestAnswer, type TestVerdict, testOutcome } from './verdict.ts';

/** How somebody who knows a stated share of the pool fares; chances are shares of `tests` simulated tests. */
export interface CardRow {
  readonly knows: number;
  readonly strong: number;
  readonly notYet: number;
  readonly unsure: number;
  readonly meanLength: number;
}

/** The error rates of a lesson's test, worked out on its own pool. */
export interface VerdictCard {
  readonly tests: number;
  readonly guesser: CardRow;
  readonly halfKnower: CardRow;
  readonly knower: CardRow;
}

/** 'share': the fixed ten, judged by `testVerdict`. */
export type CardRule = 'share' | TestRule;

interface Sat {
  readonly outcome: TestVerdict['outcome'];
  readonly length: number;
}
/** One test, taken by somebody who knows an item with the chance given. */
type Sit = (known: (item: PoolItem) => number, chance: Chance, random: Draws) => Sat;

/**
 * Lets a blind guesser, somebody who knows 55 % of the pool and somebody who knows 85 % each take `tests` seeded tests.
 * Who does not know an item guesses. By share, every item is known with the same chance; for a rule with difficulties
 * a person has the ability at which that share of the pool is known, and knows easy items more often than hard ones.
 * A share found to be p has the standard error sqrt(p (1 - p) / tests), at most .016; "0 of 1,000" is a chance below
 * .003 with 95 % confidence.
 */
export function verdictCard(
  pool: readonly PoolItem[],
  rule: CardRule,
  seed: string,
  tests: number = 1000,
): VerdictCard {
  const sit = rule === 'share' ? byShare(pool) : byConceptTest(testBank(pool, rule), rule);
  const row = (knows: number): CardRow => {
    const ability = abilityAt(pool, knows);
    const known = (item: PoolItem) => {
      if (knows === 0) return 0;
      return rule === 'share' ? knows : chanceKnown(ability, item);
    };
    return fare(knows, tests, (random, source) => sit(known, source, random), chance(`${seed}/${knows}`));
  };
  return { tests, guesser: row(0), halfKnower: row(0.55), knower: row(0.85) };
}

function fare(
  knows: number,
  tests: number,
  sit: (random: Draws, chance: Chance) => Sat,
  source: Chance,
): CardRow {
  const random = draws(source);
  const sat = Array.from({ length: tests }, () => sit(random, source));
  const share = (outcome: Sat['outcome']) => sat.filter((one) => one.outcome === outcome).length / tests;
  return {
    knows,
    strong: share('strong'),
    notYet: share('not-yet'),
    unsure: share('unsure'),
    meanLength: sat.reduce((sum, { length }) => sum + length, 0) / tests,
  };
}

const none: ReadonlySet<string> = new Set();

/** Outcomes depend on how many of each guess chance were right, so few of them have to be worked out. */
function byShare(pool: readonly PoolItem[]): Sit {
  const outcomes = new Map<string, Sat['outcome']>();
  return (known, source, random) => {
    const answers = drawTest(pool, metNothing, source).map(
      (item): TestAnswer => ({
        guess: item.guess,
        correct: random.happens(withGuess(known(item), item.guess)),
      }),
    );
    const kind = answers
      .map(({ guess, correct }) => `${guess}${correct}`)
      .toSorted()
      .join();
    const outcome = outcomes.get(kind) ?? testOutcome(answers);
    outcomes.set(kind, outcome);
    return { outcome, length: answers.length };
  };
}

function byConceptTest(bank: Bank, rule: TestRule): Sit {
  return (known, source, random) => {
    let test = openTest(bank, rule, none, source);
    for (;;) {
      const item = nextItem(bank, rule, test, none, source);
      if (!item) return { outcome: conceptOutcome(bank, rule, test), length: test.asked.length };
      test = answered(test, item.id, random.happens(withGuess(known(item), item.guess)));
    }
  };
}
