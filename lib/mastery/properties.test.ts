import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { draws } from '#lib/statistics/draws.ts';
import {
  meanAndVariance,
  normalPrior,
  probabilityAbove,
  quantileOf,
  responseCurve,
  updatePosterior,
} from './ability-posterior.ts';
import { posteriorOf, type TestAnswer } from './concept-test.ts';
import type { PoolItem } from './item-knowledge.ts';
import { type Beliefs, chanceRight, knowledgeModel, learn, zeroBelief } from './knowledge.ts';
import { bankAt } from './test-bank.ts';

const random = draws(chance('properties'));
const pool: PoolItem[] = Array.from({ length: 40 }, (_, at) => ({
  id: `q${at}`,
  level: 'medium',
  objective: null,
  guess: [0, 0.25, 0.5, 1][at % 4] ?? 0,
  difficulty: { mean: random.normal(0, 1.5), variance: at % 3 },
  slope: Math.exp(random.normal(0, 0.5)),
  answers: 100,
}));
const bank = bankAt(pool, 0.5, normalPrior({ mean: 0, variance: 1 }));
const test40 = (right: (at: number) => boolean): TestAnswer[] =>
  pool.map(({ id }, at) => ({ itemId: id, correct: right(at) }));
const pStrong = (asked: readonly TestAnswer[]) => probabilityAbove(posteriorOf(bank, asked), bank.cut);

test('the posterior does not depend on the order of the answers', () => {
  const source = chance('orders');
  for (let round = 0; round < 25; round++) {
    const asked = test40(() => random.happens(0.6));
    const [one, other] = [posteriorOf(bank, asked), posteriorOf(bank, source.shuffle(asked))];
    one.forEach((weight, at) => {
      expect(Math.abs(weight - (other[at] ?? 9))).toBeLessThan(1e-12);
    });
  }
});

test('changing a wrong answer to right never lowers P(strong) or either end of the interval', () => {
  for (let round = 0; round < 25; round++) {
    const asked = test40(() => random.happens(0.5));
    for (const [at, { correct }] of asked.entries()) {
      if (correct) continue;
      const better = asked.map((one, index) => (index === at ? { ...one, correct: true } : one));
      expect(pStrong(better)).toBeGreaterThanOrEqual(pStrong(asked) - 1e-12);
      for (const end of [0.1, 0.9]) {
        const [before, after] = [asked, better].map((answers) => quantileOf(posteriorOf(bank, answers), end));
        expect(after).toBeGreaterThanOrEqual((before ?? 9) - 1e-9);
      }
    }
  }
});

test('a right answer never lowers P(strong), a wrong one never raises it', () => {
  const asked = test40(() => random.happens(0.5));
  asked.forEach((one, at) => {
    const before = pStrong(asked.slice(0, at));
    expect(pStrong([...asked.slice(0, at), { ...one, correct: true }])).toBeGreaterThanOrEqual(
      before - 1e-12,
    );
    expect(pStrong([...asked.slice(0, at), { ...one, correct: false }])).toBeLessThanOrEqual(before + 1e-12);
  });
});

test.each([
  { why: 'all right', right: () => true },
  { why: 'all wrong', right: () => false },
  { why: 'alternating', right: (at: number) => at % 2 === 0 },
])('10,000 answers, $why: everything stays finite and between its bounds', ({ right }) => {
  for (const guess of [0, 0.25, 1]) {
    const curve = responseCurve({ difficulty: { mean: 0, variance: 0.5 }, slope: 1.2, guess });
    let posterior = normalPrior({ mean: 0, variance: 1 });
    let beliefs: Beliefs = { ...knowledgeModel, repeat: zeroBelief };
    for (let at = 0; at < 10_000; at++) {
      posterior = updatePosterior(posterior, curve, right(at));
      beliefs = learn(beliefs, { correct: right(at), guess, weight: 1 }, knowledgeModel);
      if (at % 500 !== 0) continue;
      for (const { mean, variance } of [...Object.values(beliefs), meanAndVariance(posterior)]) {
        expect(Number.isFinite(mean)).toBe(true);
        expect(variance).toBeGreaterThanOrEqual(0);
      }
    }
    for (const share of [probabilityAbove(posterior, 0.5), chanceRight(beliefs, guess)]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  }
});
