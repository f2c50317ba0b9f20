import { expect, test } from 'vitest';
import { levels } from '#lib/item/registry.ts';
import { chance } from '#lib/sitting/chance.ts';
import { answered, type ConceptTest, conceptVerdict, nextItem, openTest } from './concept-test.ts';
import { type PoolItem, priorDifficulty } from './item-knowledge.ts';
import { testBank } from './test-bank.ts';
import { longRule, standardRule } from './test-rule.ts';

const none: ReadonlySet<string> = new Set();
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

/** Takes a test to its end; `correct` answers the n-th question. */
function sit(
  bank: typeof calibrated,
  seed: string,
  correct: (n: number) => boolean,
  recent = none,
): ConceptTest {
  let test = openTest(bank, standardRule, recent, chance(seed));
  for (;;) {
    const item = nextItem(bank, standardRule, test, recent, chance(`${seed}/${test.asked.length}`));
    if (!item) return test;
    test = answered(test, item.id, correct(test.asked.length));
  }
}
const verdict = (bank: typeof calibrated, test: ConceptTest) =>
  conceptVerdict(bank, standardRule, test, chance('more'));

test('an uncalibrated pool gives a fixed form of 3, 4 and 3, marked provisional', () => {
  const test = sit(labelled, 'a', () => true);
  expect(test.mode).toBe('fixed');
  expect(test.asked.map(({ itemId }) => itemId.split('-')[0]).join(' ')).toBe(
    'easy easy easy medium medium medium medium hard hard hard',
  );
  expect(verdict(labelled, test).provisional).toBe(true);
});

test('a calibrated pool adapts and stops when it is sure', () => {
  const strong = sit(calibrated, 'a', () => true);
  expect(strong.mode).toBe('adaptive');
  expect(strong.asked.length).toBeGreaterThanOrEqual(3);
  expect(strong.asked.length).toBeLessThan(10);
  expect(verdict(calibrated, strong)).toMatchObject({ outcome: 'strong', provisional: false, more: null });
  const weak = sit(calibrated, 'a', () => false);
  expect(weak.asked).toHaveLength(3);
  expect(verdict(calibrated, weak).outcome).toBe('not-yet');
});

test('no test asks the same twice or more than it may', () => {
  for (let seed = 0; seed < 40; seed++) {
    const { asked } = sit(calibrated, `${seed}`, (n) => n % 4 !== 0);
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(new Set(asked.map(({ itemId }) => itemId)).size).toBe(asked.length);
  }
});

test('the same seed asks the same, people differ, and only the best for the cut are asked first', () => {
  expect(sit(calibrated, 'a', () => true)).toEqual(sit(calibrated, 'a', () => true));
  const first = new Set(
    Array.from({ length: 60 }, (_, seed) => sit(calibrated, `${seed}`, () => true).asked[0]?.itemId),
  );
  expect([...first].toSorted()).toEqual(
    calibrated.ranked
      .slice(0, 5)
      .map(({ id }) => id)
      .toSorted(),
  );
});

test('what was seen of late is not asked', () => {
  const recent = new Set(pool(0).flatMap(({ id }) => (/-[0-5]$/.test(id) ? [id] : [])));
  for (const bank of [calibrated, labelled]) {
    const { asked } = sit(bank, 'a', (n) => n % 4 !== 0, recent);
    expect(asked.filter(({ itemId }) => recent.has(itemId))).toEqual([]);
  }
});

test('what is left out says nothing, and no answers leave the prior', () => {
  const empty = verdict(calibrated, { mode: 'adaptive', form: [], asked: [] });
  expect(empty.outcome).toBe('unsure');
  expect(empty.low).toBeLessThan(0.3);
  expect(empty.high).toBeGreaterThan(0.7);
  const unknown = verdict(calibrated, {
    mode: 'adaptive',
    form: [],
    asked: [{ itemId: 'gone', correct: true }],
  });
  expect(unknown.pStrong).toBe(empty.pStrong);
});

test('one more right answer raises P(strong) and the interval', () => {
  const form = openTest(labelled, standardRule, none, chance('b')).form;
  const after = (right: number) =>
    verdict(labelled, {
      mode: 'fixed',
      form,
      asked: form.map((itemId, at) => ({ itemId, correct: at < right })),
    });
  for (let right = 1; right <= 10; right++) {
    expect(after(right).pStrong).toBeGreaterThan(after(right - 1).pStrong);
    expect(after(right).low).toBeGreaterThan(after(right - 1).low);
  }
});

test('an open verdict says how many more would settle it, and asks for more when more sureness is wanted', () => {
  const test = sit(labelled, 'c', (n) => n !== 1 && n !== 6);
  const usual = verdict(labelled, test);
  expect(usual.outcome).toBe('unsure');
  expect(usual.more).toBeGreaterThanOrEqual(1);
  expect(usual.more).toBeLessThanOrEqual(30);
  const surer = conceptVerdict(labelled, longRule, test, chance('more'));
  expect(surer.more ?? 0).toBeGreaterThan(usual.more ?? 99);
});

test('an objective is weak when at least half an answer is missing', () => {
  const [first, second] = ['o0', 'o1'].map((objective) =>
    calibrated.ranked.filter((item) => item.objective === objective).slice(0, 2),
  );
  const asked = [
    ...(first ?? []).map(({ id }) => ({ itemId: id, correct: true })),
    ...(second ?? []).map(({ id }) => ({ itemId: id, correct: false })),
  ];
  expect(verdict(calibrated, { mode: 'adaptive', form: [], asked }).weak).toEqual(['o1']);
});
