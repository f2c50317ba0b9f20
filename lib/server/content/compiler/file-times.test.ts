import { expect, test } from 'vitest';
import { fileTimes } from './file-times.ts';

test('a file that is parsed first and compiled later has one time for both', () => {
  let now = 0;
  const times = fileTimes('lesson.mdx', () => ({ cpu: now, wall: 2 * now }));
  const take = (ms: number) => (now += ms);
  take(700); // Grammars are loaded.
  times.turnTo('lesson.mdx');
  take(1_500);
  times.turnTo('pool.mdx');
  take(400);
  expect(times.spent()).toEqual({ cpu: 400, wall: 800 });
  times.turnTo('lesson.mdx');
  take(300);
  expect(times.file).toBe('lesson.mdx');
  expect(times.spent()).toEqual({ cpu: 1_800, wall: 3_600 });
});

test('what takes long before the first file is named counts as that one', () => {
  let now = 0;
  const times = fileTimes('lesson.mdx', () => ({ cpu: now, wall: now }));
  now = 2_500;
  expect([times.file, times.spent().cpu]).toEqual(['lesson.mdx', 2_500]);
});
