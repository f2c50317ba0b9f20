import { expect, test } from 'vitest';
import { itemType, type Variant } from '#lib/item/registry.ts';
import { plainText } from '#lib/text/rich.ts';
import { ourLibrary } from './our-lessons.ts';

/** The variants of an item of ours. */
async function variantsOf(id: string): Promise<readonly Variant[]> {
  const found = (await ourLibrary()).item(id);
  return found?.secret.open().variants ?? [];
}

const isRight = ({ item, secret }: Variant, answer: Parameters<ReturnType<typeof itemType>['grade']>[2]) =>
  itemType(item.type).grade(item.body, secret.key, answer).correct;

const numbersIn = (text: string): number[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);

// The keys are computed here from the text that a learner reads, without the program that made them.

test('own rolls: the key follows from the rolls that the question states', async () => {
  const variants = await variantsOf('seeds-practice-own-rolls');
  expect(variants).toHaveLength(12);
  for (const variant of variants) {
    const text = plainText(variant.item.prompt);
    const [seed, ...rolls] = numbersIn(/seeded with (.*?)\. What/.exec(text)?.[1] ?? '');
    const [skip = 0, again = 0] = numbersIn(
      [...text.matchAll(/range\((\d+)\)/g)].map(([, count]) => count).join(' '),
    );
    expect(rolls).toHaveLength(6);
    expect(text).toContain(`random.Random(${seed})`);
    expect(text).toContain(`rng.seed(${seed})`);
    expect(isRight(variant, { options: [], text: `${rolls[skip]} ${rolls[again]}` })).toBe(true);
    expect(isRight(variant, { options: [], text: `${rolls[again]} ${rolls[skip]}` })).toBe(false);
  }
});

test('own error: the key is the deviation divided by the square root of the number of seeds', async () => {
  const variants = await variantsOf('seeds-practice-own-error');
  expect(variants).toHaveLength(12);
  for (const variant of variants) {
    const [seeds = 0, deviation = 0] = numbersIn(plainText(variant.item.prompt));
    const error = Math.round((10 * deviation) / Math.sqrt(seeds)) / 10;
    expect(isRight(variant, { number: `${error}` })).toBe(true);
    expect(isRight(variant, { number: `${deviation}` })).toBe(false);
    expect(isRight(variant, { number: `${error + 0.1}` })).toBe(false);
  }
});
