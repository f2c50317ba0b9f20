import { describe, expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { type BlindItem, holm, minItems, runBots, upperTail } from './guessers.ts';

const dice = chance('banks');
const words =
  'seed draw split shuffle model weight score image digest lock file commit record version range state'.split(
    ' ',
  );
const phrase = (length: number) =>
  Array.from({ length }, () => words[dice.below(words.length)] ?? '').join(' ');

/** A bank in which the right option differs from the others only by what `spoil` changes. */
function bank(
  size: number,
  spoil: (text: string, item: { stem: string }) => string = (text) => text,
  place = () => dice.below(4),
): BlindItem[] {
  return Array.from({ length: size }, () => {
    const stem = `Which of these is told by the ${phrase(5)}?`;
    const right = place();
    const options = [0, 1, 2, 3].map((at) => {
      const text = phrase(6 + dice.below(3));
      return { id: `o${at}`, text: at === right ? spoil(text, { stem }) : text };
    });
    return { stem, options, key: `o${right}`, ordered: true };
  });
}

const flagged = (items: BlindItem[]) =>
  runBots('bank', items).flatMap(({ bot, flagged: is }) => (is ? [bot] : []));

describe('a bank is flagged whose keys', () => {
  test.each<[string, BlindItem[], string]>([
    ['are 40 % longer', bank(30, (text) => `${text} ${phrase(3)}`), 'longest option'],
    ['are much shorter', bank(30, (text) => text.split(' ').slice(0, 3).join(' ')), 'shortest option'],
    ['have the commas', bank(30, (text) => text.replaceAll(' ', ', ')), 'most commas and ands'],
    [
      'repeat the question',
      bank(
        30,
        (text, { stem }) => `${text.split(' ').slice(4).join(' ')} ${stem.split(' ').slice(6, 10).join(' ')}`,
      ),
      'most words of the question',
    ],
    ['are hedged', bank(30, (text) => `usually ${text.split(' ').slice(1).join(' ')}`), 'most hedged'],
    [
      'stand in the third place',
      bank(
        30,
        (text) => text,
        () => 2,
      ),
      'favourite place',
    ],
    [
      'alone have no absolute word',
      bank(30).map((item) => ({
        ...item,
        options: item.options.map((option) =>
          option.id === item.key ? option : { ...option, text: `always ${option.text}` },
        ),
      })),
      'no absolute words',
    ],
  ])('%s', (_name, items, bot) => expect(flagged(items)).toContain(bot));

  test('are now longest, now shortest, never in between', () => {
    const odd = bank(30, (text) =>
      dice.below(2) === 0 ? `${text} ${phrase(6)}` : (text.split(' ')[0] ?? ''),
    );
    expect(flagged(odd)).toContain('odd one out in length');
  });
});

test('fair banks are flagged no more often than the significance level allows', () => {
  const banks = Array.from({ length: 60 }, () => flagged(bank(30)));
  expect(banks.filter((bots) => bots.length > 0).length).toBeLessThanOrEqual(8);
});

test('too few questions give no results', () => {
  expect(runBots('few', bank(minItems - 1))).toEqual([]);
  expect(runBots('enough', bank(minItems))).not.toEqual([]);
});

test('a bot that sees no difference scores at chance level', () => {
  const same = bank(12).map((item) => ({
    ...item,
    options: item.options.map((option) => ({ ...option, text: 'the same' })),
  }));
  for (const { bot, score, chance: expected, p } of runBots('same', same)) {
    if (bot === 'favourite place') continue;
    expect(score).toBeCloseTo(expected, 10);
    expect(p).toBe(1);
  }
});

test('without the author’s order the favourite position is not tried', () => {
  const bots = runBots(
    'unordered',
    bank(10).map((item) => ({ ...item, ordered: false })),
  ).map(({ bot }) => bot);
  expect(bots).not.toContain('favourite place');
  expect(bots).toHaveLength(7);
});

describe('the upper tail', () => {
  const coins = (hits: number, n: number, p = 0.5) =>
    Array.from({ length: n }, (_, at) => ({ hit: 1, credit: at < hits ? 1 : 0, chance: p }));
  test.each([
    { hits: 10, n: 10, p: 0.5, tail: 1 / 1024 },
    { hits: 9, n: 10, p: 0.5, tail: 11 / 1024 },
    { hits: 0, n: 10, p: 0.5, tail: 1 },
    { hits: 8, n: 10, p: 0.25, tail: 0.000415802 },
  ])('equals the binomial tail: $hits of $n at $p', ({ hits, n, p, tail }) =>
    expect(upperTail(coins(hits, n, p))).toBeCloseTo(tail, 8),
  );

  test('adds fractions without rounding errors', () => {
    const thirds = Array.from({ length: 3 }, () => ({ hit: 1 / 3, credit: 1 / 3, chance: 0.75 }));
    expect(upperTail(thirds)).toBeCloseTo(0.75 ** 3, 10);
  });
});

test.each([
  { ps: [0.001, 0.02, 0.04], passed: [true, true, true] },
  { ps: [0.02, 0.02, 0.02], passed: [false, false, false] },
  { ps: [0.9, 0.01, 0.2], passed: [false, true, false] },
  { ps: [], passed: [] },
])('Holm of $ps', ({ ps, passed }) => expect(holm(ps, 0.05)).toEqual(passed));
