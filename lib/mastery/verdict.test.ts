import { expect, test } from 'vitest';
import { sureness, type TestAnswer, testVerdict } from './verdict.ts';

const answers = (right: number, of: number, guess = 0.25): TestAnswer[] =>
  Array.from({ length: of }, (_, at) => ({ correct: at < right, guess }));

test.each([
  { right: 10, of: 10, outcome: 'strong' },
  { right: 9, of: 10, outcome: 'unsure' },
  { right: 7, of: 10, outcome: 'unsure' },
  { right: 5, of: 10, outcome: 'not-yet' },
  { right: 3, of: 10, outcome: 'not-yet' },
  { right: 0, of: 10, outcome: 'not-yet' },
  { right: 0, of: 0, outcome: 'unsure' },
])('$right of $of is $outcome', ({ right, of, outcome }) =>
  expect(testVerdict(answers(right, of)).outcome).toBe(outcome),
);

test('7 of 10 is never strong, however hard the items are to guess', () => {
  for (const guess of [0, 1 / 24, 0.1, 0.25, 1 / 3, 0.5])
    expect(testVerdict(answers(7, 10, guess)).outcome).not.toBe('strong');
});

test('one more right answer never lowers the chance of being strong, nor the interval', () => {
  for (const of of [1, 5, 10, 20]) {
    for (let right = 1; right <= of; right++) {
      const [fewer, more] = [testVerdict(answers(right - 1, of)), testVerdict(answers(right, of))];
      expect(more.pStrong).toBeGreaterThan(fewer.pStrong);
      expect(more.low).toBeGreaterThan(fewer.low);
      expect(more.high).toBeGreaterThanOrEqual(fewer.high);
    }
  }
});

test('a right answer says more when it was harder to guess', () => {
  expect(testVerdict(answers(8, 8, 0.05)).pStrong).toBeGreaterThan(testVerdict(answers(8, 8, 0.5)).pStrong);
});

test('the order of the answers does not matter', () => {
  const mixed = [...answers(3, 5), ...answers(4, 5, 0.1)];
  expect(testVerdict(mixed.toReversed()).pStrong).toBeCloseTo(testVerdict(mixed).pStrong, 10);
});

test.each([
  { name: 'no answers', given: answers(0, 0) },
  { name: '200 right answers', given: answers(200, 200) },
  { name: '200 wrong answers', given: answers(0, 200) },
  { name: '200 mixed answers', given: answers(140, 200) },
  { name: 'items that anybody gets right', given: answers(3, 6, 1) },
  { name: 'items that nobody guesses', given: answers(3, 6, 0) },
])('$name give numbers between 0 and 1 in order', ({ given }) => {
  const { pStrong, low, high } = testVerdict(given);
  for (const value of [pStrong, low, high]) expect(value >= 0 && value <= 1).toBe(true);
  expect(low).toBeLessThan(high);
});

test('an open verdict says how many answers could settle it, and they do', () => {
  const nine = answers(9, 10);
  const { more } = testVerdict(nine);
  expect(more).not.toBeNull();
  const further = (correct: boolean) => Array.from({ length: more ?? 0 }, () => ({ correct, guess: 0.25 }));
  const settled = [true, false].map((correct) => testVerdict([...nine, ...further(correct)]).outcome);
  expect(settled.some((outcome) => outcome !== 'unsure')).toBe(true);
  expect(testVerdict(answers(10, 10)).more).toBeNull();
});

test('strong and not yet are said at the same sureness', () => {
  for (let right = 0; right <= 10; right++) {
    const { outcome, pStrong } = testVerdict(answers(right, 10));
    expect(outcome).toBe(pStrong >= sureness ? 'strong' : pStrong <= 1 - sureness ? 'not-yet' : 'unsure');
  }
});
