import { expect, test } from 'vitest';
import { Steps } from './steps.ts';

test('what was measured before and after a failing part is kept, and the part is named', async () => {
  const lines: string[] = [];
  const steps = new Steps((line) => lines.push(line));
  const found = [
    await steps.run('deep, 1 at once', async () => 7),
    await steps.run('answer, 16 at once', async () => {
      throw new Error('status 500');
    }),
    await steps.run('today, 1 at once', async () => 9),
  ];
  expect(found).toEqual([7, undefined, 9]);
  expect(steps.failures).toEqual([{ name: 'answer, 16 at once', message: 'status 500' }]);
  expect(lines).toEqual(['answer, 16 at once failed: status 500']);
});
