import { describe, expect, test } from 'vitest';
import type { Answer } from '#lib/item/registry.ts';
import { type Advance, advanceAfter } from './advance.ts';
import { attemptAt, changesOf, contextOf, type Given, msAgo, no, now, yes } from './testing/attempt.ts';

const settled = { used: 2, settledAt: msAgo(1_000) };

function advanceOf(
  activity: 'try' | 'challenge' | 'test',
  itemId: string,
  given: Given,
  answer: Answer,
): Advance {
  const attempt = attemptAt(itemId, { context: contextOf(activity, { sitting: {}, ...given }) });
  return advanceAfter(attempt, changesOf(attempt, answer), now);
}

describe('what follows from an answer', () => {
  test('to a problem of a challenge with feedback at once: the user opens the next one', () => {
    const advance = advanceOf('challenge', 'challenge-1', { opened: { 'challenge-1': {} } }, yes);
    expect(advance).toMatchObject({ opened: null, asks: null, end: null, badge: null });
    expect(advance.context.records.get('challenge-1')?.serving).toMatchObject({ used: 1, solved: true });
  });

  test('with feedback at the end: the next problem opens, and its clock runs from now on', () => {
    const delivery = { feedback: 'at-end', attempts: 1 } as const;
    const { opened, context } = advanceOf(
      'challenge',
      'challenge-1',
      { delivery, opened: { 'challenge-1': {} } },
      no,
    );
    // 2:00 as the author has set it.
    const deadlineAt = new Date(now.getTime() + 120_000);
    expect(opened).toMatchObject({
      joins: false,
      serving: { itemId: 'challenge-2', openedAt: now, deadlineAt },
    });
    expect(context.records.has('challenge-2')).toBe(true);
  });

  test('to the last problem: the challenge ends', () => {
    const opened = { 'challenge-1': settled, 'challenge-2': {} };
    const { end, context } = advanceOf('challenge', 'challenge-2', { opened }, yes);
    expect(end?.sitting.closedAt).toEqual(now);
    expect(context.open).toBeNull();
  });

  test('to a question of a test: another one is asked, of a bank that knows this answer', () => {
    const sitting = { scope: 'stepwise', itemIds: ['pool-1'], most: 10 } as const;
    const { asks, end } = advanceOf('test', 'pool-1', { sitting, opened: { 'pool-1': {} } }, no);
    expect(end).toBeNull();
    expect(asks?.test.answers).toEqual([{ itemId: 'pool-1', correct: false }]);
    const answersOf = (id: string) => asks?.bank.items.get(id)?.answers;
    expect([answersOf('pool-1'), answersOf('pool-2')]).toEqual([1, 0]);
  });
});
