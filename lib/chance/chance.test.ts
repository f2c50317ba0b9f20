import { expect, test } from 'vitest';
import { alias, chance } from './chance.ts';

const letters = [...'abcdefgh'];

test('the same seed gives the same order in every release', () => {
  expect(chance('sitting 1').shuffle(letters)).toEqual(chance('sitting 1').shuffle(letters));
  expect(chance('fixed').shuffle(letters).join('')).toBe('cdbgahfe');
  expect(alias('fixed')('a')).toBe('8da8beea8c1e');
});

test('a shuffle keeps every value and does not change its input', () => {
  const before = [...letters];
  expect(chance('x').shuffle(letters).toSorted()).toEqual(letters);
  expect(letters).toEqual(before);
  expect(chance('x').shuffle([])).toEqual([]);
  expect(chance('x').shuffle(['a', 'a'])).toEqual(['a', 'a']);
});

test('different seeds are spread evenly over all orders', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 6000; seed++) {
    const order = chance(`sitting ${seed}`).shuffle(['a', 'b', 'c']).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  // 1,000 each; five standard deviations are 144.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(144);
});

test('neighbouring seeds are uncorrelated', () => {
  const first = Array.from({ length: 4000 }, (_, seed) => chance(`${seed}`).below(2));
  const alike = first.filter((value, at) => value === first[at + 1]).length;
  expect(Math.abs(alike - 2000)).toBeLessThan(160);
});

test('below gives integers from 0 up to, not including, n', () => {
  const dice = chance('dice');
  const seen = new Set(Array.from({ length: 600 }, () => dice.below(6)));
  expect([...seen].toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(dice.below(1)).toBe(0);
});

test('aliases are unique, differ by seed and are opaque', () => {
  const ids = Array.from({ length: 5000 }, (_, at) => `id-${at}`);
  expect(new Set(ids.map(alias('a'))).size).toBe(ids.length);
  expect(ids.filter((id) => alias('a')(id) === alias('b')(id))).toEqual([]);
  for (const id of ids.slice(0, 50)) expect(alias('a')(id)).toMatch(/^[0-9a-f]{12}$/);
});

test('the order of aliases is independent of the order of ids', () => {
  const first = Array.from({ length: 2000 }, (_, seed) =>
    alias(`${seed}`)('a') < alias(`${seed}`)('b') ? 1 : 0,
  );
  const sum = first.reduce<number>((total, value) => total + value, 0);
  expect(Math.abs(sum - 1000)).toBeLessThan(112);
});

test('thousands of values are shuffled as by taking one after the other out of a list', () => {
  const values = Array.from({ length: 3000 }, (_, at) => at);
  const dice = chance('many');
  const rest = [...values];
  const expected = values.map(() => rest.splice(dice.below(rest.length), 1)[0]);
  expect(chance('many').shuffle(values)).toEqual(expected);
});
