import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { marksByKey } from './distractors.ts';
import { draws } from './draws.ts';
import { itemFigures } from './item-figures.ts';
import { minAnswers } from './min-answers.ts';

const items = Array.from({ length: 8 }, (_, at) => `q${at}`);

/** People met six of eight items each; whoever does not know one takes any of four options. */
function ledger(people: number, key = items.map(() => 'a')) {
  const random = draws(chance('ledger'));
  const chosen = Array.from({ length: people }, (_, person) => {
    const ability = random.normal(0, 1.5);
    return items.map((_, at) => {
      if ((person + at) % 4 === 0) return null;
      const isKnown = random.happens(1 / (1 + Math.exp((at - 4) / 4 - ability)));
      return isKnown ? 'a' : (['a', 'b', 'c', 'd'][Math.floor(4 * random.uniform())] ?? 'd');
    });
  });
  const choices = { items, chosen, key };
  const seconds = chosen.map((row) => row.map((option) => (option === null ? null : 20)));
  return itemFigures(marksByKey(choices), { choices, seconds });
}

test('each figure is silent until its answers are there', () => {
  const many = (figure: 'facility' | 'restCorrelation' | 'options' | 'time', people: number) =>
    ledger(people).filter((item) => item[figure] !== null).length;
  // Three of four people met each item.
  expect([many('facility', 12), many('facility', 16)]).toEqual([0, 8]);
  expect([many('time', 12), many('time', 16)]).toEqual([0, 8]);
  expect([many('options', 24), many('options', 28)]).toEqual([0, 8]);
  expect([many('restCorrelation', 36), many('restCorrelation', 40)]).toEqual([0, 8]);
});

test('every figure has its n and an interval that holds it', () => {
  for (const { n, facility, restCorrelation, discriminativeEfficiency, time } of ledger(120)) {
    expect(n).toBe(90);
    for (const figure of [facility, restCorrelation, discriminativeEfficiency]) {
      expect(figure?.n).toBe(90);
      expect(figure?.low).toBeLessThan(figure?.value ?? -9);
      expect(figure?.high).toBeGreaterThan(figure?.value ?? 9);
    }
    expect(time).toEqual({ n: 90, q25: 20, median: 20, q75: 20 });
  }
});

test('a wrong key is suspected with fifty answers and not with fewer, and its neighbours are not', () => {
  const key = items.map((_, at) => (at === 3 ? 'b' : 'a'));
  expect(ledger(64, key)[3]?.n).toBeLessThan(minAnswers.key);
  expect(ledger(64, key)[3]?.suspectedKey).toBeNull();
  const found = ledger(160, key).map(({ suspectedKey }) => suspectedKey);
  expect(found).toEqual(items.map((_, at) => (at === 3 ? 'a' : null)));
});

test('nobody answered: nothing is said', () => {
  const [first] = itemFigures({ items: ['a'], max: [1], marks: [] });
  expect(first).toMatchObject({ n: 0, facility: null, restCorrelation: null, options: null, time: null });
});
