import { expect, test } from 'vitest';
import { examples } from '#lib/item/blanks/examples.ts';
import { readItem } from '#lib/item/testing/read-item.ts';
import { guessChance } from './guess-chance.ts';

test('two blanks that the same two of four tokens fit are guessed in 4 of 16 cases', () => {
  const text = examples.blanks
    .replace('[[seed]]', '[[seed|randint]]')
    .replace('[[randint|randrange]]', '[[randint|seed]]');
  const { item, secret } = readItem(text);
  expect(guessChance(item, secret.key)).toBeCloseTo(4 / 16, 12);
});
