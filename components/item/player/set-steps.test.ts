import { describe, expect, test } from 'vitest';
import { served } from '#components/item/testing/question-page.tsx';
import type { ItemState } from '#lib/sitting/served-item.ts';
import { firstStep, type SetStep, stepAfter, stepResult } from './set-steps.ts';

const choice = (state: Partial<ItemState>): SetStep =>
  served({ type: 'choice', view: { many: false, scoring: 'cancel', options: [] }, state });
const card = (state: Partial<ItemState>): SetStep => served({ type: 'card', view: {}, state });

const todo = choice({});
const right = choice({ used: 1, solved: true, settled: true });
const usedUp = choice({ used: 3, settled: true });
const wrong = choice({ used: 1 });
const again = card({ used: 1 });
const good = card({ used: 1, solved: true, settled: true });

test('a set opens at the first question that can still be answered', () => {
  expect(firstStep([right, usedUp, wrong, todo])).toBe(2);
  expect(firstStep([todo, right])).toBe(0);
  expect(firstStep([right, right])).toBe(2);
});

describe('Continue leads', () => {
  test.each([
    { steps: [right, todo, todo], at: 0, to: 1, why: 'to the next question' },
    { steps: [right, right, todo], at: 0, to: 2, why: 'past those that are done' },
    { steps: [todo, right], at: 1, to: 2, why: 'to the end, although one was skipped' },
    { steps: [again, good, todo], at: 1, to: 2, why: 'first to the questions that are ahead' },
    { steps: [good, again, right], at: 2, to: 1, why: 'back to a card that was rated Again' },
    { steps: [good, again], at: 1, to: 1, why: 'to the same card, if only that one returns' },
    { steps: [good, good], at: 1, to: 2, why: 'to the end, once no card returns' },
  ])('$why', ({ steps, at, to }) => expect(stepAfter(steps, at)).toBe(to));
});

test('the progress line tells right from not right and from open', () => {
  expect([todo, right, usedUp, wrong].map(stepResult)).toEqual(['todo', 'right', 'missed', 'missed']);
});
