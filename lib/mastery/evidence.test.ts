import { expect, test } from 'vitest';
import { logistic, withGuess } from './belief.ts';
import { evidenceWeight, slopeAt } from './evidence.ts';

const points = [-8, -2, -0.5, 0, 0.7, 3, 8];
const guesses = [0, 0.25, 0.5, 1 / 3, 0.99];

test('without guessing the gradient is y - p and the information p (1 - p)', () => {
  for (const x of points) {
    const p = logistic(x);
    const right = slopeAt(x, { correct: true, guess: 0, weight: 1 });
    const wrong = slopeAt(x, { correct: false, guess: 0, weight: 1 });
    expect(right.gradient).toBeCloseTo(1 - p, 12);
    expect(wrong.gradient).toBeCloseTo(-p, 12);
    expect(right.information).toBeCloseTo(p * (1 - p), 12);
  }
});

test('the gradient agrees with finite differences of the log-likelihood', () => {
  const h = 1e-5;
  for (const x of points.filter((x) => Math.abs(x) < 8)) {
    for (const guess of guesses) {
      for (const correct of [true, false]) {
        const log = (at: number) => {
          const right = withGuess(logistic(at), guess);
          return Math.log(correct ? right : 1 - right);
        };
        const expected = (log(x + h) - log(x - h)) / (2 * h);
        expect(slopeAt(x, { correct, guess, weight: 1 }).gradient).toBeCloseTo(expected, 6);
      }
    }
  }
});

test('the information is the expected square of the gradient', () => {
  for (const x of points) {
    for (const guess of guesses) {
      const p = withGuess(logistic(x), guess);
      const right = slopeAt(x, { correct: true, guess, weight: 1 });
      const wrong = slopeAt(x, { correct: false, guess, weight: 1 });
      const square = p * right.gradient ** 2 + (1 - p) * wrong.gradient ** 2;
      expect(right.information).toBeCloseTo(square, 10);
    }
  }
});

test('half the weight gives half the gradient and information', () => {
  const full = slopeAt(0.3, { correct: true, guess: 0.25, weight: 1 });
  const half = slopeAt(0.3, { correct: true, guess: 0.25, weight: 0.5 });
  expect(half.gradient).toBeCloseTo(full.gradient / 2, 12);
  expect(half.information).toBeCloseTo(full.information / 2, 12);
});

test.each([
  { hints: 0, overTime: false, tries: 0, weight: 1 },
  { hints: 1, overTime: false, tries: 0, weight: 0.5 },
  { hints: 0, overTime: true, tries: 0, weight: 0.5 },
  { hints: 0, overTime: false, tries: 1, weight: 0.5 },
  { hints: 1, overTime: true, tries: 0, weight: 0.25 },
  { hints: 5, overTime: true, tries: 9, weight: 0.25 },
])('$hints hints, over time $overTime, $tries earlier answers: $weight', ({ weight, ...help }) => {
  expect(evidenceWeight(help)).toBe(weight);
});
