import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { mostInTest } from '#lib/item/apart.ts';
import { levels } from '#lib/item/registry.ts';
import { emptyHistory } from '#lib/sitting/draw.ts';
import {
  type ConceptTest,
  conceptVerdict,
  type ItemsToAvoid,
  nextItem,
  openTest,
  withAnswer,
} from './concept-test.ts';
import { type PoolItem, priorDifficulty } from './item-knowledge.ts';
import { testBank } from './test-bank.ts';
import { continuedRule, standardRule } from './test-rule.ts';
import { weakObjectives } from './verdict-receipt.ts';

const none = emptyHistory;
const pool = (answers: number): PoolItem[] =>
  levels.flatMap((level, at) =>
    Array.from({ length: 12 }, (_, number) => ({
      id: `${level}-${number}`,
      level,
      objective: `o${number % 3}`,
      guess: 0.25,
      difficulty: answers > 0 ? { mean: at - 1 + number / 20, variance: 0.2 } : priorDifficulty(level),
      slope: 1,
      answers,
    })),
  );
const calibrated = testBank(pool(50), standardRule);
const labelled = testBank(pool(0), standardRule);

/** Simulates a whole test; `correct` decides the n-th answer. */
function sit(
  bank: typeof calibrated,
  seed: string,
  correct: (n: number) => boolean,
  avoided: ItemsToAvoid = none,
): ConceptTest {
  let test = openTest(bank, standardRule, avoided, chance(seed));
  for (;;) {
    const item = nextItem(bank, {
      rule: standardRule,
      test,
      avoided,
      chance: chance(`${seed}/${test.answers.length}`),
    });
    if (!item) return test;
    test = withAnswer(test, item.id, correct(test.answers.length));
  }
}
const verdict = (bank: typeof calibrated, test: ConceptTest) =>
  conceptVerdict(bank, standardRule, test, chance('more'));

test('an uncalibrated pool gives a fixed form of 3, 4 and 3, marked provisional', () => {
  const test = sit(labelled, 'a', () => true);
  expect(test.mode).toBe('fixed');
  expect(test.answers.map(({ itemId }) => itemId.split('-')[0]).join(' ')).toBe(
    'easy easy easy medium medium medium medium hard hard hard',
  );
  expect(verdict(labelled, test).provisional).toBe(true);
});

test('a calibrated pool adapts and stops when it is sure', () => {
  const strong = sit(calibrated, 'a', () => true);
  expect(strong.mode).toBe('adaptive');
  expect(strong.answers.length).toBeGreaterThanOrEqual(5);
  expect(strong.answers.length).toBeLessThan(10);
  expect(verdict(calibrated, strong)).toMatchObject({ outcome: 'strong', provisional: false, more: null });
  const weak = sit(calibrated, 'a', () => false);
  expect(weak.answers).toHaveLength(5);
  expect(verdict(calibrated, weak).outcome).toBe('not-yet');
});

test('a test never repeats an item and stays within its maximum length', () => {
  for (let seed = 0; seed < 40; seed++) {
    const { answers } = sit(calibrated, `${seed}`, (n) => n % 4 !== 0);
    expect(answers.length).toBeLessThanOrEqual(10);
    expect(new Set(answers.map(({ itemId }) => itemId)).size).toBe(answers.length);
  }
});

test('equal seeds ask the same items, and the first is one of the most informative at the cut', () => {
  expect(sit(calibrated, 'a', () => true)).toEqual(sit(calibrated, 'a', () => true));
  const first = new Set(
    Array.from({ length: 200 }, (_, seed) => sit(calibrated, `${seed}`, () => true).answers[0]?.itemId),
  );
  expect([...first].toSorted()).toEqual(
    calibrated.ranked
      .slice(0, 12)
      .map(({ id }) => id)
      .toSorted(),
  );
});

test('recently served items are not asked', () => {
  const recent = new Set(pool(0).flatMap(({ id }) => (/-[0-5]$/.test(id) ? [id] : [])));
  for (const bank of [calibrated, labelled]) {
    const { answers } = sit(bank, 'a', (n) => n % 4 !== 0, { ...none, recent });
    expect(answers.filter(({ itemId }) => recent.has(itemId))).toEqual([]);
  }
});

test('without answers, or with answers to removed items, the prior remains', () => {
  const empty = verdict(calibrated, { mode: 'adaptive', form: [], answers: [] });
  expect(empty.outcome).toBe('unsure');
  expect(empty.low).toBeLessThan(0.3);
  expect(empty.high).toBeGreaterThan(0.7);
  const unknown = verdict(calibrated, {
    mode: 'adaptive',
    form: [],
    answers: [{ itemId: 'gone', correct: true }],
  });
  expect(unknown.pStrong).toBe(empty.pStrong);
});

test('one more right answer raises P(strong) and the interval', () => {
  const form = openTest(labelled, standardRule, none, chance('b')).form;
  const after = (right: number) =>
    verdict(labelled, {
      mode: 'fixed',
      form,
      answers: form.map((itemId, at) => ({ itemId, correct: at < right })),
    });
  for (let right = 1; right <= 10; right++) {
    expect(after(right).pStrong).toBeGreaterThan(after(right - 1).pStrong);
    expect(after(right).low).toBeGreaterThan(after(right - 1).low);
  }
});

test('an unsure verdict estimates the questions left, more of them for a higher confidence', () => {
  const test = sit(labelled, 'c', (n) => n !== 1 && n !== 6);
  const usual = verdict(labelled, test);
  expect(usual.outcome).toBe('unsure');
  expect(usual.more).toBeGreaterThanOrEqual(1);
  expect(usual.more).toBeLessThanOrEqual(30);
  const surer = conceptVerdict(labelled, { ...standardRule, confidence: 0.95 }, test, chance('more'));
  expect(surer.more ?? 0).toBeGreaterThan(usual.more ?? 99);
});

test('an objective is weak when at least half an answer is missing', () => {
  const [first, second] = ['o0', 'o1'].map((objective) =>
    calibrated.ranked.filter((item) => item.objective === objective).slice(0, 2),
  );
  const answers = [
    ...(first ?? []).map(({ id }) => ({ itemId: id, correct: true })),
    ...(second ?? []).map(({ id }) => ({ itemId: id, correct: false })),
  ];
  const { receipt } = verdict(calibrated, { mode: 'adaptive', form: [], answers });
  expect(weakObjectives(receipt)).toEqual(['o1']);
});

test('practised items are asked only when no others are left', () => {
  const practised = new Set(pool(0).flatMap(({ id }) => (/-[2-9]$|-1.$/.test(id) ? [id] : [])));
  for (const bank of [calibrated, labelled]) {
    const { answers } = sit(bank, 'a', (n) => n % 4 !== 0, { ...none, practised });
    const fresh = answers.filter(({ itemId }) => !practised.has(itemId));
    expect(fresh).toHaveLength(6);
    expect(answers.length).toBeGreaterThan(6);
  }
});

test('a pool in which too few calibrated items are fresh gives a fixed form', () => {
  const seen = (count: number) => new Set(calibrated.ranked.slice(0, count).map(({ id }) => id));
  expect(openTest(calibrated, standardRule, { ...none, recent: seen(26) }, chance('a')).mode).toBe(
    'adaptive',
  );
  expect(openTest(calibrated, standardRule, { ...none, recent: seen(27) }, chance('a')).mode).toBe('fixed');
});

test('a continued test asks until it is sure or has doubled its questions', () => {
  const start = sit(labelled, 'c', (n) => n !== 1 && n !== 6);
  const rule = continuedRule(standardRule, start.answers.length);
  const continued = (correct: (n: number) => boolean) => {
    let test: ConceptTest = { mode: 'adaptive', form: [], answers: start.answers };
    for (;;) {
      const item = nextItem(labelled, {
        rule,
        test,
        avoided: none,
        chance: chance(`continued/${test.answers.length}`),
      });
      if (!item) return test.answers.map(({ itemId }) => itemId);
      test = withAnswer(test, item.id, correct(test.answers.length));
    }
  };
  const wrong = continued(() => false);
  expect(wrong.length).toBeGreaterThan(10);
  expect(wrong.length).toBeLessThan(20);
  const mixed = continued((n) => n % 5 !== 0);
  expect(mixed.length).toBeLessThanOrEqual(20);
  expect(new Set(mixed).size).toBe(mixed.length);
});

test('the choice of the next item does not depend on which answers were right', () => {
  const asked = (correct: boolean) =>
    nextItem(calibrated, {
      rule: { ...standardRule, minQuestions: 10 },
      test: {
        mode: 'adaptive',
        form: [],
        answers: calibrated.ranked.slice(0, 4).map(({ id }) => ({ itemId: id, correct })),
      },
      avoided: none,
      chance: chance('same'),
    })?.id;
  expect(asked(true)).toBe(asked(false));
});

/** A bank of equal items, in which the share known is a function of the ability alone. */
const equals = (guess: number) =>
  testBank(
    pool(0).map((item) => ({ ...item, guess, level: 'medium', difficulty: priorDifficulty('medium') })),
    standardRule,
  );
const after = (bank: typeof calibrated, right: number, of: number) =>
  conceptVerdict(
    bank,
    standardRule,
    { answers: [...bank.items.keys()].slice(0, of).map((itemId, at) => ({ itemId, correct: at < right })) },
    chance('more'),
  );

test.each([
  { right: 10, outcome: 'strong' },
  { right: 9, outcome: 'unsure' },
  { right: 7, outcome: 'unsure' },
  { right: 5, outcome: 'not-yet' },
  { right: 0, outcome: 'not-yet' },
])('$right of 10 with four options is $outcome', ({ right, outcome }) =>
  expect(after(equals(0.25), right, 10).outcome).toBe(outcome),
);

test('7 of 10 is never strong, however hard the items are to guess', () => {
  for (const guess of [0, 1 / 24, 0.1, 0.25, 1 / 3, 0.5])
    expect(after(equals(guess), 7, 10).outcome).not.toBe('strong');
});

test('a right answer is stronger evidence when it is harder to guess', () => {
  expect(after(equals(0.05), 8, 8).pStrong).toBeGreaterThan(after(equals(0.5), 8, 8).pStrong);
});

test.each([
  { name: 'no answers', guess: 0.25, right: 0, of: 0 },
  { name: '36 right answers', guess: 0.25, right: 36, of: 36 },
  { name: '36 wrong answers', guess: 0.25, right: 0, of: 36 },
  { name: 'items that every guess gets right', guess: 1, right: 3, of: 6 },
  { name: 'items that cannot be guessed', guess: 0, right: 3, of: 6 },
])('$name give numbers between 0 and 1 in order', ({ guess, right, of }) => {
  const { pStrong, low, high } = after(equals(guess), right, of);
  for (const value of [pStrong, low, high]) expect(value >= 0 && value <= 1).toBe(true);
  expect(low).toBeLessThan(high);
});

test('an adaptive test, continued to its end, never asks two items of one group', () => {
  const grouped = testBank(
    pool(50).map((item, at) => (at % 3 === 0 ? { ...item, apart: `g${at % 4}` } : item)),
    standardRule,
  );
  for (let run = 0; run < 20; run++) {
    const rule = { ...standardRule, minQuestions: 100, maxQuestions: 100 };
    let test: ConceptTest = { mode: 'adaptive', form: [], answers: [] };
    for (;;) {
      const next = nextItem(grouped, {
        rule,
        test,
        avoided: none,
        chance: chance(`${run}/${test.answers.length}`),
      });
      if (!next) break;
      test = withAnswer(test, next.id, true);
    }
    const groups = test.answers.flatMap(({ itemId }) => grouped.items.get(itemId)?.apart ?? []);
    expect(new Set(groups).size).toBe(groups.length);
    expect(test.answers).toHaveLength(mostInTest([...grouped.items.values()]));
  }
});
