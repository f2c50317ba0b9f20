import { expect, test } from 'vitest';
import { emblemOf } from './emblem.ts';

const ids = ['reproducibility', 'random-seeds', 'pinning-the-environment'].concat(
  Array.from({ length: 400 }, (_, at) => `lesson-${at}`),
);

test('an emblem follows from the lesson alone, and differs from all others', () => {
  expect(emblemOf('random-seeds')).toEqual(emblemOf('random-seeds'));
  expect(new Set(ids.map((id) => JSON.stringify(emblemOf(id)))).size).toBe(ids.length);
});

test('its stones lie within the seal, and become smaller as they climb', () => {
  for (const stones of ids.map(emblemOf)) {
    const outside = stones.filter(
      ({ x, y, half }) => Math.hypot(Math.abs(x - 48) + half, Math.abs(y - 48)) > 46,
    );
    expect(outside).toEqual([]);
    expect(stones.length).toBeGreaterThanOrEqual(3);
    const [first, last] = [stones[0], stones.at(-1)];
    expect((first?.half ?? 0) - (last?.half ?? 0)).toBeGreaterThan(0);
    expect((first?.y ?? 0) - (last?.y ?? 0)).toBeGreaterThan(0);
  }
});
