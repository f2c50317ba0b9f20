import { expect, test } from 'vitest';
import type { Item } from '#lib/item/registry.ts';
import { fullPoints, hintPrice, pointsFor } from './points.ts';

const easy: Pick<Item, 'type' | 'level'> = { type: 'choice', level: 'easy' };
const medium: Pick<Item, 'type' | 'level'> = { type: 'order', level: 'medium' };
const hard: Pick<Item, 'type' | 'level'> = { type: 'code-step', level: 'hard' };
const card: Pick<Item, 'type' | 'level'> = { type: 'card', level: 'hard' };
const whatIf: Pick<Item, 'type' | 'level'> = { type: 'what-if', level: 'easy' };

test.each([
  { item: easy, attempt: 1, hints: 0, points: 4 },
  { item: medium, attempt: 1, hints: 0, points: 8 },
  { item: hard, attempt: 1, hints: 0, points: 12 },
  { item: hard, attempt: 2, hints: 0, points: 6 },
  { item: hard, attempt: 3, hints: 0, points: 3 },
  { item: hard, attempt: 9, hints: 0, points: 3 },
  { item: hard, attempt: 1, hints: 1, points: 9 },
  { item: hard, attempt: 2, hints: 1, points: 3 },
  { item: hard, attempt: 3, hints: 3, points: 1 },
  { item: easy, attempt: 2, hints: 2, points: 1 },
  { item: card, attempt: 1, hints: 1, points: 2 },
  { item: whatIf, attempt: 1, hints: 0, points: 2 },
])(
  '$item.level $item.type at attempt $attempt with $hints hints pays $points',
  ({ item, attempt, hints, points }) => expect(pointsFor(item, attempt, hints)).toBe(points),
);

test('more attempts or hints never pay more, and solving pays at least 1', () => {
  for (const item of [easy, medium, hard, card, whatIf]) {
    for (let attempt = 1; attempt < 6; attempt++) {
      for (let hints = 0; hints < 6; hints++) {
        const now = pointsFor(item, attempt, hints);
        expect(now).toBeGreaterThanOrEqual(1);
        expect(pointsFor(item, attempt + 1, hints)).toBeLessThanOrEqual(now);
        expect(pointsFor(item, attempt, hints + 1)).toBeLessThanOrEqual(now);
        expect(Number.isInteger(now)).toBe(true);
      }
    }
  }
});

test('a hint costs a quarter of the points, turning a card over costs nothing', () => {
  expect(hintPrice(hard)).toBe(3);
  expect(hintPrice(card)).toBe(0);
  expect(fullPoints(card)).toBe(2);
});
