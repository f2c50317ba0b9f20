import { expect, test } from 'vitest';
import { drawSample } from './sampled.ts';

const letters = [...'abcdefghij'];

test('as many are drawn as are asked for, each once and in their order', () => {
  for (const luck of ['1', '2', '3', '4', '5']) {
    const drawn = drawSample(letters, 4, luck);
    expect(drawn).toHaveLength(4);
    expect(drawn).toEqual([...new Set(drawn)].toSorted());
  }
});

test('the same seed draws the same again', () => {
  expect(drawSample(letters, 3, 'a seed')).toEqual(drawSample(letters, 3, 'a seed'));
});

test('sooner or later each one is drawn', () => {
  const draws = Array.from({ length: 60 }, (_, seed) => drawSample(letters, 2, String(seed)));
  expect(new Set(draws.flat())).toEqual(new Set(letters));
});

test('of few enough all are taken', () => expect(drawSample(['a', 'b'], 5, '1')).toEqual(['a', 'b']));
