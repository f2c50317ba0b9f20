import { expect, test } from 'vitest';
import { alphaInterval, correlationInterval, meanInterval, proportionInterval } from './intervals.ts';

test('Wilson by hand: 8 of 10', () => {
  // z² = 3.841459: middle (.8 + .192073) / 1.384146, half 1.959964 / 1.384146 * sqrt(.016 + .009604).
  const found = proportionInterval(8, 10);
  expect(found?.low).toBeCloseTo(0.4902, 4);
  expect(found?.high).toBeCloseTo(0.9433, 4);
});

test('none and all stay within 0 and 1, and nothing is null', () => {
  // 0 of n ends at z² / (n + z²).
  expect(proportionInterval(0, 20)?.high).toBeCloseTo(3.841459 / 23.841459, 6);
  expect(proportionInterval(0, 20)?.low).toBe(0);
  expect(proportionInterval(20, 20)?.high).toBe(1);
  expect(proportionInterval(0, 0)).toBeNull();
});

test('Fisher by hand: r = .5 of 28 pairs', () => {
  // artanh .5 = .549306, half 1.959964 / 5 = .391993: tanh .157313 and tanh .941299.
  const found = correlationInterval(0.5, 28);
  expect(found?.low).toBeCloseTo(0.156, 3);
  expect(found?.high).toBeCloseTo(0.7357, 3);
});

test('a correlation of 1 has no width, and too few pairs give none', () => {
  expect(correlationInterval(1, 10)).toEqual({ low: 1, high: 1 });
  expect(correlationInterval(0.5, 3)).toBeNull();
  expect(correlationInterval(null, 50)).toBeNull();
});

test('Feldt: twenty-five people, five items, alpha .8', () => {
  // F(24, 96): 1.78 at .975 (tables give 1.83 for 24 and 60, 1.76 for 24 and 120), and .50 at .025.
  const found = alphaInterval(0.8, 25, 5);
  expect(found?.low).toBeCloseTo(1 - 0.2 * 1.785, 2);
  expect(found?.high).toBeGreaterThan(0.89);
  expect(found?.high).toBeLessThan(0.91);
  expect([alphaInterval(null, 25, 5), alphaInterval(0.8, 1, 5)]).toEqual([null, null]);
});

test('a mean by hand, and no further than can be', () => {
  expect(meanInterval({ mean: 0.5, sd: 0.2, n: 100 }, [0, 1])?.low).toBeCloseTo(0.5 - 0.0392, 4);
  expect(meanInterval({ mean: 0.99, sd: 0.2, n: 16 }, [0, 1])?.high).toBe(1);
  expect(meanInterval({ mean: 0.5, sd: 0.2, n: 1 }, [0, 1])).toBeNull();
});
