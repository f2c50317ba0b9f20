import { expect, test } from 'vitest';
import { timeFactor } from './clock.ts';

test.each([
  { clockFactor: 1, timeAllowance: 1, factor: 1, why: 'the stated time' },
  { clockFactor: 2, timeAllowance: 1.5, factor: 3, why: 'choice and accommodation multiply' },
  { clockFactor: 0, timeAllowance: 4, factor: 0, why: 'off by choice wins' },
  { clockFactor: 10, timeAllowance: 0, factor: 0, why: 'no limit by the teacher wins' },
])('$why', ({ factor, ...person }) => expect(timeFactor(person)).toBe(factor));
