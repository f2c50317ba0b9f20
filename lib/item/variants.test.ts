import { expect, test } from 'vitest';
import type { Variant } from './registry.ts';
import { readItem } from './testing/read-item.ts';
import { variantOfSitting, variantOfVersion } from './variants.ts';

const plain = readItem('<Number id="n">\n\nHow many?\n\n- [x] 3\n\n</Number>\n');

function whole(versions: readonly string[]): Variant {
  const variants = versions.map((version) => ({ item: { ...plain.item, version }, secret: plain.secret }));
  return { item: plain.item, secret: { ...plain.secret, variants } };
}

const seeds = Array.from({ length: 800 }, (_, at) => `seed-${at}`);
const drawn = (versions: readonly string[]) =>
  seeds.map((seed) => variantOfSitting(whole(versions), seed).item.version);

test('an item that does not vary is asked itself', () => {
  expect(variantOfSitting(plain, 'seed')).toBe(plain);
  expect(variantOfVersion(plain, plain.item.version)).toBe(plain);
  expect(variantOfVersion(plain, 'another')).toBeUndefined();
});

test('each variant is asked about equally often', () => {
  const all = ['a', 'b', 'c', 'd'];
  const counts = all.map((version) => drawn(all).filter((one) => one === version).length);
  // 800 draws of four: 200 each, with a standard deviation of 12; five of them are allowed.
  for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(61);
});

test('their order does not matter, and a new one takes its share from all and changes nothing else', () => {
  const before = drawn(['a', 'b', 'c', 'd']);
  expect(drawn(['d', 'c', 'b', 'a'])).toEqual(before);
  const after = drawn(['a', 'b', 'new', 'c', 'd']);
  const moved = after.filter((version, at) => version !== before[at]);
  expect(new Set(moved)).toEqual(new Set(['new']));
  expect(moved.length).toBeLessThan(240);
});

test('two items of one sitting draw for themselves', () => {
  const other = (seed: string) => {
    const all = whole(['a', 'b', 'c', 'd']);
    const variants =
      all.secret.variants?.map((one) => ({ ...one, item: { ...one.item, id: 'other' } })) ?? [];
    return variantOfSitting({ ...all, secret: { ...all.secret, variants } }, seed).item.version;
  };
  const own = drawn(['a', 'b', 'c', 'd']);
  const same = seeds.filter((seed, at) => other(seed) === own[at]).length;
  expect(Math.abs(same - 200)).toBeLessThan(61);
});
