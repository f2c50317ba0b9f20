import { expect, test } from 'vitest';
import { draw } from './sampled.ts';

const letters = [...'abcdefghij'];

test('as many are drawn as are asked for, each once and in their order', () => {
  for (const luck of ['1', '2', '3', '4', '5']) {
    const drawn = draw(letters, 4, luck);
    expect(drawn).toHaveLength(4);
    expect(drawn).toEqual([...new Set(drawn)].toSorted());
  }
});

test('the same seed draws the same again', () => {
  expect(draw(letters, 3, 'a seed')).toEqual(draw(letters, 3, 'a seed'));
});

test('sooner or later each one is drawn', () => {
  const draws = Array.from({ length: 60 }, (_, seed) => draw(letters, 2, String(seed)));
  expect(new Set(draws.flat())).toEqual(new Set(letters));
});

test('of few enough all are taken', () => expect(draw(['a', 'b'], 5, '1')).toEqual(['a', 'b']));
