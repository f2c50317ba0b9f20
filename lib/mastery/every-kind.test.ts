import { expect, test } from 'vitest';
import { everyExample } from '#lib/item/testing/every-example.ts';
import { guessChance } from './guess-chance.ts';
import { blindQuestion, isSingleChoice } from './guessers/blind-question.ts';
import { wordModel } from './guessers/word-model.ts';

test.each(everyExample)('$name has the expected guess probability', ({ read, blind }) => {
  expect(guessChance(read.item, read.secret.key)).toBeCloseTo(blind?.right ?? 0, 12);
});

test.each(everyExample)(
  'bots see $name with its right options and the chance of a guess',
  ({ read, blind }) => {
    const seen = blindQuestion(read.item, read.secret, wordModel(''));
    expect(seen.chance).toBeCloseTo(blind?.right ?? 0, 12);
    expect(seen.options.filter(({ id }) => seen.right.includes(id))).toHaveLength(seen.right.length);
    if (isSingleChoice(seen)) expect(seen.chance).toBeCloseTo(1 / seen.options.length, 12);
  },
);
