import { expect, test } from 'vitest';
import { everyExample } from '#lib/item/testing/every-example.ts';
import { guessChance } from './guess-chance.ts';
import { blindItem } from './guessers.ts';

test.each(everyExample)('$name has the expected guess probability', ({ read, blind }) => {
  expect(guessChance(read.item, read.secret.key)).toBeCloseTo(blind?.right ?? 0, 12);
});

test.each(everyExample)('bots see $name as one right option among several', ({ read }) => {
  const seen = blindItem(read.item, read.secret, undefined);
  if (!seen) return expect(read.type.singleChoice?.(read.item.body, read.secret.key) ?? null).toBeNull();
  expect(seen.options.filter(({ id }) => id === seen.key)).toHaveLength(1);
  expect(guessChance(read.item, read.secret.key)).toBeCloseTo(1 / seen.options.length, 12);
});
