import { describe, expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { levels } from '#lib/item/registry.ts';
import { emptyHistory } from '#lib/sitting/draw.ts';
import { draws } from '#lib/statistics/draws.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { sampled } from '#tests/sampled.ts';
import { type Posterior, probabilityAbove, updatePosterior } from './ability-posterior.ts';
import { bandOf, conceptVerdict, nextItem, openTest, posteriorOf, withAnswer } from './concept-test.ts';
import { type PoolItem, priorDifficulty } from './item-knowledge.ts';
import { lessonPool } from './lesson-pool.ts';
import { type Bank, testBank } from './test-bank.ts';
import { continuedRule, ruleFor, standardRule, type TestRule } from './test-rule.ts';
import { outcomeOf } from './verdict.ts';
import { drawnBand } from './verdict-band.ts';

const random = draws(chance('bands'));

/** 36 questions; without answers their difficulties are the author's labels. */
const poolOf = (answers: number, guess: (at: number) => number): PoolItem[] =>
  levels.flatMap((level, step) =>
    Array.from({ length: 12 }, (_, at) => ({
      ...{ id: `${level}-${at}`, level, objective: `o${at % 5}`, guess: guess(at), slope: 1, answers },
      difficulty: answers ? { mean: step - 1 + at / 20, variance: 0.2 } : priorDifficulty(level),
    })),
  );

const [fixture] = fixtureLibrary().lessons();
const pools = {
  'labels, four options': poolOf(0, () => 0.25),
  'labels, typed and two options': poolOf(0, (at) => (at % 2) / 2),
  'measured, four options': poolOf(50, () => 0.25),
  'measured, typed': poolOf(50, () => 0),
  'the lesson of the fixture': fixture ? lessonPool(fixture) : [],
};

/** The standard rule, the lengths that a school may set, and tests that are continued. */
const rules: TestRule[] = [
  ...[5, 7, 10, 20, 40].map(ruleFor),
  continuedRule(standardRule, 10),
  // Rules that nothing ships with yet.
  { ...standardRule, cut: 0.5, confidence: 0.9 },
  { ...standardRule, cut: 0.85, confidence: 0.7 },
];

/** Each of another learner, who knows this many of sixty things. */
const rounds = Array.from({ length: 60 }, (_, round) => round);

/** Where a band lies, by its ends alone. */
const sideOf = (low: number, high: number, cut: number) =>
  low > cut ? 'strong' : high < cut ? 'not-yet' : low < cut && high > cut ? 'unsure' : 'touches the cut';

const printed = (text: string) =>
  Number(/\d+/.exec(text)?.[0]) + (/under/.test(text) ? -0.5 : /over/.test(text) ? 0.5 : 0);

function expectAgreement(bank: Bank, rule: TestRule, posterior: Posterior): string {
  const outcome = outcomeOf(probabilityAbove(posterior, bank.cut), rule.confidence);
  const band = bandOf(bank, rule, posterior);
  // The figures themselves; the inversion of the share and the sums of the grid cost some last digits.
  const slack = 1e-9;
  if (outcome === 'strong') expect(band.low).toBeGreaterThanOrEqual(rule.cut - slack);
  if (outcome === 'not-yet') expect(band.high).toBeLessThanOrEqual(rule.cut + slack);
  if (outcome === 'unsure') {
    expect(band.low).toBeLessThan(rule.cut + slack);
    expect(band.high).toBeGreaterThan(rule.cut - slack);
  }
  const drawn = drawnBand({ outcome, ...band }, rule.cut);
  expect(sideOf(drawn.low, drawn.high, rule.cut)).toBe(outcome);
  expect(sideOf(printed(drawn.lowText), printed(drawn.highText), Math.round(rule.cut * 100))).toBe(outcome);
  return outcome;
}

describe.each(Object.entries(pools))('%s', (name, pool) => {
  test('every posterior of a fixed form, under every rule', () => {
    const seen = new Set<string>();
    for (const rule of rules) {
      const bank = testBank(pool, rule);
      const form = openTest({ ...bank, ranked: [] }, standardRule, emptyHistory, chance(name)).form;
      // All ways to answer it, of which the short form draws some, and what is known after each of their answers: the order
      // does not matter. All right and all wrong are always among them, so that a draw cannot miss an outcome.
      let posteriors: Posterior[] = [bank.prior];
      let allRight = bank.prior;
      let allWrong = bank.prior;
      for (const id of form) {
        const curve = bank.items.get(id)?.curve;
        if (!curve) throw new Error('The form has an unknown item');
        const answered = posteriors.flatMap((one) => [
          updatePosterior(one, curve, true),
          updatePosterior(one, curve, false),
        ]);
        posteriors = sampled(answered, 48, `${name}/${id}`);
        allRight = updatePosterior(allRight, curve, true);
        allWrong = updatePosterior(allWrong, curve, false);
        for (const posterior of [allRight, allWrong, ...posteriors])
          seen.add(expectAgreement(bank, rule, posterior));
      }
    }
    if (pool.length > 10) expect([...seen].toSorted()).toEqual(['not-yet', 'strong', 'unsure']);
  });

  test('tests as they go along, of learners who know any share', () => {
    for (const rule of rules) {
      const bank = testBank(pool, rule);
      for (const round of sampled(rounds, 6, `${name}/${rule.maxQuestions}`)) {
        const source = chance(`${name}/${rule.maxQuestions}/${round}`);
        let sat = openTest(bank, rule, emptyHistory, source);
        for (;;) {
          const item = nextItem(bank, { rule, test: sat, avoided: emptyHistory, chance: source });
          if (!item) break;
          sat = withAnswer(sat, item.id, random.happens(round / 60));
          expectAgreement(bank, rule, posteriorOf(bank, sat.answers));
        }
      }
    }
  });
});

test('a verdict has the band of its rule', () => {
  const bank = testBank(pools['labels, four options'], standardRule);
  const { form } = openTest(bank, standardRule, emptyHistory, chance('form'));
  for (let right = 0; right <= 10; right++) {
    const answers = form.map((itemId, at) => ({ itemId, correct: at < right }));
    const { low, high } = conceptVerdict(bank, standardRule, { answers }, chance('more'));
    expect({ low, high }).toEqual(bandOf(bank, standardRule, posteriorOf(bank, answers)));
  }
});

test.each([
  {
    given: { outcome: 'strong', low: 0.702, high: 0.9 },
    texts: ['just over 70 %', '90 %'],
    why: 'an end that rounds to the cut does not touch it',
  },
  {
    given: { outcome: 'not-yet', low: 0.31, high: 0.698 },
    texts: ['31 %', 'just under 70 %'],
    why: 'below the cut too',
  },
  {
    given: { outcome: 'unsure', low: 0.699, high: 0.701 },
    texts: ['just under 70 %', 'just over 70 %'],
    why: 'a narrow band still crosses',
  },
  {
    given: { outcome: 'not-yet', low: 0.31, high: 0.73 },
    texts: ['31 %', 'just under 70 %'],
    why: 'an older verdict, stored with wider quantiles',
  },
  {
    given: { outcome: 'unsure', low: 0.43, high: 0.84 },
    texts: ['43 %', '84 %'],
    why: 'ends far from the cut are printed as they are',
  },
] as const)('$why', ({ given, texts }) => {
  const band = drawnBand(given, 0.7);
  expect([band.lowText, band.highText]).toEqual(texts);
  expect(sideOf(band.low, band.high, 0.7)).toBe(given.outcome);
  // At 300 pixels the line is 2 wide; at least 5 pixels of band or of space are left beside its middle.
  for (const end of [band.low, band.high]) expect(Math.abs(end - 0.7)).toBeGreaterThanOrEqual(0.0199);
});
