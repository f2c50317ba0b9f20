import { chance } from '#lib/chance/chance.ts';
import { draws } from '#lib/statistics/draws.ts';
import { chanceKnown } from './ability-posterior.ts';
import { withGuess } from './belief.ts';
import type { PoolItem } from './item-knowledge.ts';
import { abilityAt } from './reference-share.ts';
import { continueTest, type SimulatedLearner, type SimulatedTest, sitTest } from './simulated-test.ts';
import { type Bank, testBank } from './test-bank.ts';
import { continuedRule, type TestRule } from './test-rule.ts';

/** The outcomes of simulated tests of a learner who knows the share `knows` of the pool, as shares of all their tests. */
export interface CardRow {
  readonly knows: number;
  readonly strong: number;
  readonly notYet: number;
  readonly unsure: number;
  readonly meanLength: number;
}

/** The guesser that is called strong most often, and its rate when it continues each unsure test as learners may. */
export interface GuesserRow extends CardRow {
  readonly bot: string;
  readonly strongContinued: number;
}

/** Somebody who knows nothing and follows one rule; `right`: the probability of a right answer where that is not the item's chance. */
export interface GuessingLearner {
  readonly bot: string;
  readonly right: ReadonlyMap<string, number>;
}

/** The error rates of a lesson's test, simulated on its own pool. */
export interface VerdictCard {
  readonly tests: number;
  readonly guesser: GuesserRow;
  readonly halfKnower: CardRow;
  readonly knower: CardRow;
}

const usualTests = 1000;

export const randomGuesser: GuessingLearner = { bot: 'random answers', right: new Map() };

/**
 * Simulates `tests` seeded tests each of the best of `guessers`, a learner who knows 55 % of the pool and one who knows 85 %.
 * The last two have the ability at which that share of the pool is known, so they know easy items more often than hard ones.
 * All of them guess items that they do not know. A share found to be p has the standard error sqrt(p (1 - p) / tests), at most
 * .016; "0 of 1,000" means a probability below .003 with 95 % confidence.
 */
export function verdictCard(
  pool: readonly PoolItem[],
  rule: TestRule,
  seed: string,
  { tests = usualTests, guessers = [randomGuesser], simulated = null }: VerdictCardOptions = {},
): VerdictCard {
  const bank = testBank(pool, rule);
  const row = (knows: number): CardRow =>
    rowOf(knows, sitTests(bank, rule, learner(knowing(pool, knows), `${seed}/${knows}`), tests));
  const guesser = simulated ?? worstOf(bank, rule, guessers, { seed, tests });
  return { tests, guesser, halfKnower: row(0.55), knower: row(0.85) };
}

/** Tests after which a guesser that passes often is known to do so. */
const firstTests = 200;
const passesOften = 0.05;

/**
 * The guesser that a test of this pool calls strong most often, as the card has it; undefined without guessers. One that
 * passes in more than one of twenty of the first 200 tests is returned at once, and then `isWhole` is false.
 */
export function worstGuesser(
  pool: readonly PoolItem[],
  rule: TestRule,
  seed: string,
  guessers: readonly GuessingLearner[],
): { readonly row: GuesserRow; readonly isWhole: boolean } | undefined {
  const bank = testBank(pool, rule);
  const begun = [];
  for (const guesser of guessers) {
    const one = guessing(guesser, seed);
    const sat = sitTests(bank, rule, one, firstTests);
    // Continuing uses up luck that the other tests are to have, so somebody else does it, and only if it can matter.
    if (sat.filter(({ outcome }) => outcome !== 'not-yet').length > passesOften * firstTests) {
      const row = guesserRow(bank, rule, { guesser, seed, tests: firstTests });
      if (row.strongContinued > passesOften) return { row, isWhole: false };
    }
    begun.push({ guesser, one, sat });
  }
  const row = begun
    .map(({ guesser, one, sat }) =>
      finishedRow(bank, rule, guesser, {
        who: one,
        sat: [...sat, ...sitTests(bank, rule, one, usualTests - firstTests)],
      }),
    )
    .reduce<GuesserRow | undefined>(worse, undefined);
  return row && { row, isWhole: true };
}

function worstOf(
  bank: Bank,
  rule: TestRule,
  guessers: readonly [GuessingLearner, ...GuessingLearner[]],
  simulated: { readonly seed: string; readonly tests: number },
): GuesserRow {
  const [first, ...more] = guessers;
  const row = (guesser: GuessingLearner) => guesserRow(bank, rule, { guesser, ...simulated });
  return more.map(row).reduce(worse, row(first));
}

/** The row that is called strong more often; the first of equals. */
const worse = (a: GuesserRow | undefined, b: GuesserRow): GuesserRow =>
  a && b.strongContinued <= a.strongContinued ? a : b;

export interface VerdictCardOptions {
  readonly tests?: number;
  /** At least one; the most dangerous first, since equals keep their order. */
  readonly guessers?: readonly [GuessingLearner, ...GuessingLearner[]];
  /** The worst of the guessers in so many tests of the same seed, when it is known. */
  readonly simulated?: GuesserRow | null;
}

/** The share of `tests` that call somebody strong who knows this share of the pool: at once, or continued once if unsure. */
export function strongShare(
  pool: readonly PoolItem[],
  rule: TestRule,
  seed: string,
  {
    tests,
    knows,
    continuing,
  }: { readonly tests: number; readonly knows: number; readonly continuing: boolean },
): number {
  const bank = testBank(pool, rule);
  const who = learner(knowing(pool, knows), `${seed}/${knows}`);
  const sat = sitTests(bank, rule, who, tests);
  return shareOf(continuing ? continued(bank, rule, who, sat) : sat, 'strong');
}

/** How likely somebody who knows this share of the pool answers each item right. */
function knowing(pool: readonly PoolItem[], knows: number): SimulatedLearner['right'] {
  const ability = abilityAt(pool, knows);
  const right = new Map(pool.map((item) => [item.id, withGuess(chanceKnown(ability, item), item.guess)]));
  return ({ id }) => right.get(id) ?? 0;
}

function guesserRow(
  bank: Bank,
  rule: TestRule,
  {
    guesser,
    seed,
    tests,
  }: { readonly guesser: GuessingLearner; readonly seed: string; readonly tests: number },
): GuesserRow {
  const who = guessing(guesser, seed);
  return finishedRow(bank, rule, guesser, { who, sat: sitTests(bank, rule, who, tests) });
}

function finishedRow(
  bank: Bank,
  rule: TestRule,
  { bot }: GuessingLearner,
  { who, sat }: { readonly who: SimulatedLearner; readonly sat: readonly SimulatedTest[] },
): GuesserRow {
  const strongContinued = shareOf(continued(bank, rule, who, sat), 'strong');
  return { ...rowOf(0, sat), bot, strongContinued };
}

const guessing = (guesser: GuessingLearner, seed: string): SimulatedLearner =>
  learner(({ id, guess }) => guesser.right.get(id) ?? guess, `${seed}/0`);

function learner(right: SimulatedLearner['right'], seed: string): SimulatedLearner {
  const source = chance(seed);
  return { right, source, random: draws(source) };
}

const sitTests = (bank: Bank, rule: TestRule, who: SimulatedLearner, tests: number): SimulatedTest[] =>
  Array.from({ length: tests }, () => sitTest(bank, rule, who));

/** The tests at their end, when each unsure one was continued once. */
const continued = (
  bank: Bank,
  rule: TestRule,
  who: SimulatedLearner,
  sat: readonly SimulatedTest[],
): SimulatedTest[] =>
  sat.map((one) =>
    one.outcome === 'unsure' ? continueTest(bank, continuedRule(rule, one.asked.length), who, one) : one,
  );

const shareOf = (sat: readonly SimulatedTest[], outcome: SimulatedTest['outcome']): number =>
  sat.filter((one) => one.outcome === outcome).length / sat.length;

function rowOf(knows: number, sat: readonly SimulatedTest[]): CardRow {
  return {
    knows,
    strong: shareOf(sat, 'strong'),
    notYet: shareOf(sat, 'not-yet'),
    unsure: shareOf(sat, 'unsure'),
    meanLength: sat.reduce((sum, { asked }) => sum + asked.length, 0) / sat.length,
  };
}
