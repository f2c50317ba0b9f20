import { expect, test } from 'vitest';
import { drawSample } from './sampled.ts';

const letters = [...'abcdefghij'];

test('a sample has the requested size, in the original order and without repetitions', () => {
  for (const luck of ['1', '2', '3', '4', '5']) {
    const drawn = drawSample(letters, 4, luck);
    expect(drawn).toHaveLength(4);
    expect(drawn).toEqual([...new Set(drawn)].toSorted());
  }
});

test('the same seed draws the same sample', () => {
  expect(drawSample(letters, 3, 'a seed')).toEqual(drawSample(letters, 3, 'a seed'));
});

test('every case is drawn by some seed', () => {
  const draws = Array.from({ length: 60 }, (_, seed) => drawSample(letters, 2, String(seed)));
  expect(new Set(draws.flat())).toEqual(new Set(letters));
});

test('a sample larger than the cases contains all of them', () =>
  expect(drawSample(['a', 'b'], 5, '1')).toEqual(['a', 'b']));
