import { expect, test } from 'vitest';
import { examples } from '#lib/item/testing/examples.ts';
import { readItem } from '#lib/item/testing/read-item.ts';
import { guessChance } from './guess-chance.ts';

const { choice, many, order, partial, blanks, once, typedBlanks, typed, match, number, codeStep } = examples;

test.each([
  { why: 'one of four options', text: choice, chance: 1 / 4 },
  { why: 'one of the 15 subsets of four options', text: many, chance: 1 / 15 },
  { why: 'one of the 24 orders of four blocks', text: order, chance: 1 / 24 },
  { why: 'four of 24 orders, when one block is free', text: partial, chance: 4 / 24 },
  { why: 'two blanks from a bank of four', text: blanks, chance: 1 / 16 },
  {
    why: 'two blanks that the same two of four tokens fit',
    text: blanks.replace('[[seed]]', '[[seed|randint]]').replace('[[randint|randrange]]', '[[randint|seed]]'),
    chance: 4 / 16,
  },
  { why: 'two blanks from a bank of three, each token once', text: once, chance: 1 / 6 },
  { why: 'typed blanks are not guessed', text: typedBlanks, chance: 0 },
  { why: 'four partners for each of four entries', text: match, chance: 1 / 256 },
  { why: 'typed output is not guessed', text: typed, chance: 0 },
  { why: 'a number is not guessed', text: number, chance: 0 },
  { why: 'code is not guessed', text: codeStep, chance: 0 },
])('$why', ({ text, chance }) => {
  const { item, secret } = readItem(text);
  expect(guessChance(item, secret.key)).toBeCloseTo(chance, 12);
});
