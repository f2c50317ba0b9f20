import { describe, expect, test } from 'vitest';
import { everyExample } from '#lib/item/testing/every-example.ts';
import { deliveryByMode } from '#lib/lesson/delivery.ts';
import { sheetItem } from './sheet-item.ts';

const facts = {
  lessonId: 'lesson',
  activity: 'practice',
  delivery: deliveryByMode.practice,
  now: new Date('2026-11-22T10:00:00Z'),
};

describe.each(everyExample)('$name on a sheet', ({ read: { item, secret, type } }) => {
  test('tells nothing secret without its answer', () => {
    const { state, ...shown } = sheetItem({ ...facts, item, secret, withAnswer: false });
    expect(JSON.stringify({ state, shown })).not.toMatch(/canary/);
    expect(state).toMatchObject({ answer: null, outcome: null, solution: null, hints: [] });
  });

  test('has its right answer and its solution with them', () => {
    const { state } = sheetItem({ ...facts, item, secret, withAnswer: true });
    expect(state.outcome?.correct).toBe(true);
    expect(state.solution).toEqual(secret.solution);
    if (type.freeHints) expect(state.hints).toEqual(secret.hints);
  });

  test('has the same options in the same order with and without its answer', () => {
    const [asked, answered] = [false, true].map((withAnswer) =>
      sheetItem({ ...facts, item, secret, withAnswer }),
    );
    expect(answered?.view).toEqual(asked?.view);
  });
});
