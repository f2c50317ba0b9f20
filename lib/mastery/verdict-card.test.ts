import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { levels } from '#lib/item/registry.ts';
import { draws } from '#lib/statistics/draws.ts';
import { type PoolItem, priorDifficulty } from './item-knowledge.ts';
import { abilityAt } from './reference-share.ts';
import { standardRule } from './test-rule.ts';
import { type CardRow, verdictCard } from './verdict-card.ts';

/** A pool of sixteen of each level; every second one of four options, the others typed. */
const pool = (answers: number, guesses: readonly number[]): PoolItem[] =>
  levels.flatMap((level, at) =>
    Array.from({ length: 16 }, (_, number) => ({
      id: `${level}-${number}`,
      level,
      objective: null,
      guess: guesses[number % guesses.length] ?? 0,
      difficulty: answers > 0 ? { mean: at - 1 + (number - 8) / 20, variance: 0 } : priorDifficulty(level),
      slope: 1,
      answers,
    })),
  );

/** Three standard errors of the difference of two shares found in n and m tests. */
const within = (p: number, n: number, m: number) =>
  3 * Math.sqrt(Math.max(p * (1 - p), 1 / n) * (1 / n + 1 / m));

/** The mean of a logistic over a normal belief, by the trapezium rule: no approximation is shared with the product. */
function knownChance(ability: number, { difficulty: { mean, variance } }: PoolItem): number {
  if (variance === 0) return 1 / (1 + Math.exp(mean - ability));
  const [sd, steps] = [Math.sqrt(variance), 80];
  let [sum, total] = [0, 0];
  for (let at = -steps; at <= steps; at++) {
    const z = (5 * at) / steps;
    const weight = Math.exp(-(z ** 2) / 2);
    sum += weight / (1 + Math.exp(mean + sd * z - ability));
    total += weight;
  }
  return sum / total;
}

test('fixed form: agrees with an independent simulation', () => {
  const items = pool(0, [0.25, 0]);
  const card = verdictCard(items, standardRule, 'a');
  const grid = Array.from({ length: 601 }, (_, at) => (at - 300) / 50);
  const curves = new Map(items.map((item) => [item.id, grid.map((at) => knownChance(at, item))]));
  const shares = grid.map(
    (_, at) => items.reduce((sum, { id }) => sum + (curves.get(id)?.[at] ?? 0), 0) / 48,
  );
  const abilityOf = (share: number) => grid[shares.findIndex((one) => one >= share)] ?? 6;
  const random = draws(chance('plain'));
  const many = 600;
  const strongOf = (knows: number) => {
    const [ability, cut, middle] = [abilityOf(knows), abilityOf(0.7), abilityOf(0.5)];
    let strong = 0;
    for (let run = 0; run < many; run++) {
      const form = levels.flatMap((level, at) =>
        sample(16, [3, 4, 3][at] ?? 0, random).flatMap((number) =>
          items.filter(({ id }) => id === `${level}-${number}`),
        ),
      );
      let belief = grid.map((at) => Math.exp(-((at - middle) ** 2) / (2 * (Math.PI ** 2 / 3))));
      for (const item of form) {
        const known = knownChance(ability, item);
        const isRight = random.happens(known + (1 - known) * item.guess);
        belief = belief.map((weight, at) => {
          const share = curves.get(item.id)?.[at] ?? 0;
          const right = share + (1 - share) * item.guess;
          return weight * (isRight ? right : 1 - right);
        });
      }
      const total = belief.reduce((sum, weight) => sum + weight, 0);
      const above = belief.reduce((sum, weight, at) => {
        const ability = grid[at] ?? 0;
        return sum + (ability > cut ? weight : ability === cut ? weight / 2 : 0);
      }, 0);
      if (above / total >= 0.85) strong += 1;
    }
    return strong / many;
  };
  for (const row of [card.guesser, card.halfKnower, card.knower]) {
    expect(row.meanLength).toBe(10);
    const plain = row.knows === 0 ? 0 : strongOf(row.knows);
    expect(Math.abs(row.strong - plain)).toBeLessThan(within(row.strong, card.tests, many));
  }
});

test('adaptive rule: agrees with an independent simulation', () => {
  const items = pool(50, [0.25]);
  const card = verdictCard(items, standardRule, 'a');
  const cut = abilityAt(items, 0.7);
  const known = (ability: number, item: PoolItem) => 1 / (1 + Math.exp(item.difficulty.mean - ability));
  const right = (ability: number, item: PoolItem) => 0.25 + 0.75 * known(ability, item);
  const information = (item: PoolItem) => {
    const [s, p] = [known(cut, item), right(cut, item)];
    return (0.75 * s * (1 - s)) ** 2 / (p * (1 - p));
  };
  const best = items.toSorted((a, b) => information(b) - information(a));
  const middle = abilityAt(items, 0.5);
  const many = 400;
  const random = draws(chance('plain'));
  const simulate = (knows: number) => {
    let [strong, length] = [0, 0];
    const ability = abilityAt(items, knows);
    for (let run = 0; run < many; run++) {
      const left = [...best];
      const grid = Array.from({ length: 241 }, (_, at) => -6 + at / 20);
      let belief = grid.map((at) => Math.exp(-((at - middle) ** 2) / (2 * (Math.PI ** 2 / 3))));
      for (let count = 1; count <= 10; count++) {
        const [item] = left.splice(Math.floor(random.uniform() * 12), 1);
        if (!item) break;
        const isRight = random.happens(knows === 0 ? 0.25 : right(ability, item));
        belief = belief.map((weight, at) => {
          const p = right(grid[at] ?? 0, item);
          return weight * (isRight ? p : 1 - p);
        });
        const total = belief.reduce((sum, weight) => sum + weight, 0);
        const above =
          belief.reduce((sum, weight, at) => ((grid[at] ?? 0) > cut ? sum + weight : sum), 0) / total;
        const isOver = count === 10 || (count >= 5 && (above >= 0.85 || above <= 0.15));
        if (!isOver) continue;
        length += count;
        if (above >= 0.85) strong += 1;
        break;
      }
    }
    return { strong: strong / many, length: length / many };
  };
  for (const row of [card.guesser, card.halfKnower, card.knower]) {
    const plain = simulate(row.knows);
    expect(Math.abs(row.strong - plain.strong)).toBeLessThan(within(row.strong, card.tests, many));
    // A length lies between 5 and 10, so its standard deviation is at most 2.5.
    expect(Math.abs(row.meanLength - plain.length)).toBeLessThan(
      3 * 2.5 * Math.sqrt(1 / many + 1 / card.tests),
    );
  }
});

test('equal seeds give equal cards, shares add up to 1, and more knowledge gives more strong verdicts', () => {
  for (const answers of [0, 50]) {
    const card = verdictCard(pool(answers, [0.25]), standardRule, 'b', { tests: 300 });
    expect(verdictCard(pool(answers, [0.25]), standardRule, 'b', { tests: 300 })).toEqual(card);
    for (const row of [card.guesser, card.halfKnower, card.knower]) expect(total(row)).toBeCloseTo(1, 10);
    expect(card.guesser.strong).toBeLessThan(0.02);
    expect(card.halfKnower.strong).toBeGreaterThanOrEqual(card.guesser.strong);
    expect(card.knower.strong).toBeGreaterThan(card.halfKnower.strong);
    expect(card.guesser.notYet).toBeGreaterThan(0.9);
  }
});

test('items that cannot be guessed give a knower more strong verdicts', () => {
  const guessed = verdictCard(pool(0, [0.25]), standardRule, 'c', { tests: 600 }).knower.strong;
  expect(verdictCard(pool(0, [0]), standardRule, 'c', { tests: 600 }).knower.strong).toBeGreaterThan(guessed);
});

const total = ({ strong, notYet, unsure }: CardRow) => strong + notYet + unsure;

function sample(size: number, wanted: number, random: ReturnType<typeof draws>): number[] {
  const left = Array.from({ length: size }, (_, at) => at);
  return Array.from(
    { length: wanted },
    () => left.splice(Math.floor(random.uniform() * left.length), 1)[0] ?? 0,
  );
}
