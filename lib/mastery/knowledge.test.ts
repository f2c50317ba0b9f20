import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { draws } from '#lib/statistics/draws.ts';
import type { Belief } from './belief.ts';
import { type Beliefs, chanceRight, knowledgeModel, learn, zeroBelief } from './knowledge.ts';

const still = { ...knowledgeModel, abilityNoise: 0, offsetNoise: 0, drift: 0 };
const fresh: Beliefs = {
  ability: knowledgeModel.ability,
  offset: knowledgeModel.offset,
  repeat: zeroBelief,
  concept: zeroBelief,
  item: { mean: 0, variance: 1.5 },
};
const answer = (correct: boolean, guess = 0, weight = 1) => ({ correct, guess, weight });
const all = (beliefs: Beliefs): Belief[] => Object.values(beliefs);

test('a first right answer, worked out by hand', () => {
  // S = 1 + .2 + 1.5 = 2.7, p = .5, w = .25: 1 + w S = 1.675, so a variance v moves by .5 v / 1.675 = .29851 v.
  const after = learn(fresh, answer(true), still);
  expect(after.ability.mean).toBeCloseTo(0.298507, 6);
  expect(after.offset.mean).toBeCloseTo(0.059701, 6);
  expect(after.item.mean).toBeCloseTo(-0.447761, 6);
  // v - v² w / (1 + w S) = 1 - .25 / 1.675.
  expect(after.ability.variance).toBeCloseTo(0.850746, 6);
  expect(after.item.variance).toBeCloseTo(1.5 - (2.25 * 0.25) / 1.675, 6);
});

test('a forecast is flattened by doubt', () => {
  const sure = { ...fresh, ability: { mean: 2, variance: 0 }, offset: zeroBelief, item: zeroBelief };
  expect(chanceRight(sure, 0)).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
  // 2 / sqrt(1 + pi 2.7 / 8) = 2 / sqrt(2.06029) = 1.39337.
  const unsure = { ...fresh, ability: { mean: 2, variance: 1 } };
  expect(chanceRight(unsure, 0)).toBeCloseTo(1 / (1 + Math.exp(-1.39337)), 5);
  expect(chanceRight(unsure, 0.25)).toBeCloseTo(0.25 + 0.75 / (1 + Math.exp(-1.39337)), 5);
});

test('right answers raise the person and lower the item, wrong ones the other way, more than with help', () => {
  for (const guess of [0, 0.25, 0.5]) {
    const right = learn(fresh, answer(true, guess), still);
    const helped = learn(fresh, answer(true, guess, 0.5), still);
    const wrong = learn(fresh, answer(false, guess), still);
    expect(right.ability.mean).toBeGreaterThan(helped.ability.mean);
    expect(helped.ability.mean).toBeGreaterThan(0);
    expect(wrong.ability.mean).toBeLessThan(0);
    expect(right.item.mean).toBeLessThan(0);
    expect(wrong.item.mean).toBeGreaterThan(0);
    expect(chanceRight(right, guess)).toBeGreaterThan(chanceRight(fresh, guess));
    expect(chanceRight(wrong, guess)).toBeLessThan(chanceRight(fresh, guess));
  }
});

test('a right answer says less the easier it is to guess', () => {
  const moved = [0, 0.25, 0.5, 0.9].map((guess) => learn(fresh, answer(true, guess), still).ability.mean);
  expect(moved.toSorted((a, b) => b - a)).toEqual(moved);
});

test('no answer adds doubt, but noise does, up to that of a stranger', () => {
  let beliefs = fresh;
  for (let count = 0; count < 50; count++) {
    const after = learn(beliefs, answer(count % 3 === 0, 0.25), still);
    all(after).forEach(({ variance }, at) => {
      expect(variance).toBeLessThanOrEqual(all(beliefs)[at]?.variance ?? 0);
      expect(variance).toBeGreaterThanOrEqual(0);
    });
    beliefs = after;
  }
  const noisy = { ...knowledgeModel, abilityNoise: 5, offsetNoise: 5 };
  const after = learn(fresh, answer(true), noisy);
  expect(after.ability.variance).toBe(1);
  expect(after.offset.variance).toBe(0.2);
});

test('nothing at the extremes is anything but a number', () => {
  for (const mean of [-1e6, -800, -40, 40, 800, 1e6]) {
    for (const guess of [0, 1e-12, 0.25, 1]) {
      for (const correct of [true, false]) {
        const at = { ...fresh, ability: { mean, variance: 1e6 } };
        const after = learn(at, answer(correct, guess), knowledgeModel);
        expect(all(after).flatMap(Object.values).every(Number.isFinite)).toBe(true);
        expect(Number.isFinite(chanceRight(after, guess))).toBe(true);
      }
    }
  }
});

test('difficulties that are frozen stay, and what has no doubt never moves', () => {
  const after = learn({ ...fresh, ability: zeroBelief }, answer(true), still, 'frozen');
  expect([after.item, after.concept, after.repeat]).toEqual([fresh.item, zeroBelief, zeroBelief]);
  expect(after.ability).toEqual(zeroBelief);
  expect(after.offset.mean).toBeGreaterThan(0);
});

test('practising a concept lets it drift upwards', () => {
  const drifted = learn(fresh, answer(true), knowledgeModel).offset.mean;
  expect(drifted - learn(fresh, answer(true), still).offset.mean).toBeCloseTo(0.01, 12);
});

interface Answer {
  readonly who: number;
  readonly what: number;
  readonly correct: boolean;
}

/** Beliefs after a log, each answer learnt in turn. */
function replay(log: readonly Answer[]) {
  const ability = new Map<number, Belief>();
  const item = new Map<number, Belief>();
  for (const { who, what, correct } of log) {
    const before = {
      ...fresh,
      ability: ability.get(who) ?? knowledgeModel.ability,
      item: item.get(what) ?? knowledgeModel.item,
    };
    const after = learn(before, answer(correct, 0.25), knowledgeModel);
    ability.set(who, after.ability);
    item.set(what, after.item);
  }
  return { ability: [...ability].toSorted(), item: [...item].toSorted() };
}

const random = draws(chance('log'));
const log = Array.from({ length: 400 }, () => ({
  who: Math.floor(random.uniform() * 20),
  what: Math.floor(random.uniform() * 30),
  correct: random.happens(0.6),
}));

test('a log played again gives the same state, and so does going on from the middle', () => {
  expect(replay(log)).toEqual(replay(structuredClone(log)));
});

test('answers that share neither person nor item may change places', () => {
  const at = log.findIndex((one, here) => {
    const next = log[here + 1];
    return next !== undefined && next.who !== one.who && next.what !== one.what;
  });
  const [first, second] = [log[at], log[at + 1]];
  const swapped = log.map((one, here) => (here === at ? second : here === at + 1 ? first : one));
  expect(replay(swapped.flatMap((one) => one ?? []))).toEqual(replay(log));
});

test('people and items whose truth is known are found again', () => {
  const source = draws(chance('truth'));
  const people = Array.from({ length: 300 }, () => source.normal());
  const items = Array.from({ length: 40 }, () => source.normal());
  const answers = people.flatMap((ability, who) =>
    items.map((difficulty, what) => ({
      who,
      what,
      correct: source.happens(0.25 + 0.75 / (1 + Math.exp(difficulty - ability))),
    })),
  );
  const state = replay(answers);
  const found = new Map(state.item);
  const errors = items.map((difficulty, what) => (found.get(what)?.mean ?? 9) - difficulty);
  // With 300 answers an item of this kind has a standard error of about .2; one shift is common to all.
  const shift = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const spread = Math.sqrt(errors.reduce((sum, error) => sum + (error - shift) ** 2, 0) / errors.length);
  expect(Math.abs(shift)).toBeLessThan(0.3);
  expect(spread).toBeLessThan(0.3);
});
