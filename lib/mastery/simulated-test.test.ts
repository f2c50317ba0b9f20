import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { levels } from '#lib/item/registry.ts';
import { emptyHistory } from '#lib/sitting/draw.ts';
import { draws } from '#lib/statistics/draws.ts';
import { type ConceptTest, conceptOutcome, nextItem, openTest, withAnswer } from './concept-test.ts';
import { type PoolItem, priorDifficulty } from './item-knowledge.ts';
import { continueTest, type SimulatedLearner, sitTest } from './simulated-test.ts';
import { type Bank, testBank } from './test-bank.ts';
import { continuedRule, standardRule, type TestRule } from './test-rule.ts';

/** Items of all levels and of three objectives, with groups that are kept apart. */
const pool = (size: number, answers: number): PoolItem[] =>
  Array.from({ length: size }, (_, at) => {
    const level = levels[at % 3] ?? 'easy';
    return {
      id: `item-${at}`,
      level,
      objective: [null, 'one', 'two'][at % 4] ?? null,
      guess: [0, 0.25, 1 / 3, 0.5][at % 5] ?? 0,
      difficulty: answers > 0 ? { mean: (at - size / 2) / size, variance: 0.2 } : priorDifficulty(level),
      slope: 1,
      answers: at % 7 === 0 ? 0 : answers,
      ...(at % 6 === 0 ? { apart: `group ${at % 4}` } : {}),
    };
  });

const learner = (seed: string): SimulatedLearner => {
  const source = chance(seed);
  return { source, random: draws(source), right: ({ guess }) => 0.5 + guess / 2 };
};

/** The same by the functions that serve learners, one answer after the other. */
function answered(
  bank: Bank,
  rule: TestRule,
  { source, random, right }: SimulatedLearner,
  begun: ConceptTest,
) {
  let done = begun;
  for (;;) {
    const item = nextItem(bank, { rule, test: done, avoided: emptyHistory, chance: source });
    if (!item) return done;
    done = withAnswer(done, item.id, random.happens(right(item)));
  }
}

test.each([
  { size: 40, answers: 0, why: 'a fixed form' },
  { size: 8, answers: 0, why: 'a pool that is shorter than a test' },
  { size: 60, answers: 50, why: 'adaptive tests, with some items that are not calibrated' },
])('asks the same questions as a test of a learner, and ends alike: $why', ({ size, answers }) => {
  const bank = testBank(pool(size, answers), standardRule);
  const [quick, plain] = [learner('seed'), learner('seed')];
  for (let run = 0; run < 40; run += 1) {
    const sat = sitTest(bank, standardRule, quick);
    const opened = openTest(bank, standardRule, emptyHistory, plain.source);
    const done = answered(bank, standardRule, plain, opened);
    expect(sat.asked.map(({ id }) => id)).toEqual(done.answers.map(({ itemId }) => itemId));
    expect(sat.outcome).toBe(conceptOutcome(bank, standardRule, done));
    const rule = continuedRule(standardRule, sat.asked.length);
    const more = continueTest(bank, rule, quick, sat);
    const all = answered(bank, rule, plain, { ...done, mode: 'adaptive' });
    expect(more.asked.map(({ id }) => id)).toEqual(all.answers.map(({ itemId }) => itemId));
    expect(more.outcome).toBe(conceptOutcome(bank, rule, all));
  }
});
