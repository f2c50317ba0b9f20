import { expect, test } from 'vitest';
import { RecentResults } from './recent-results.ts';

test('each input is worked out once, until it was not used for longest', () => {
  const made: string[] = [];
  const recent = new RecentResults<string>(2);
  const upper = (text: string) =>
    recent.get(text, () => {
      made.push(text);
      return text.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(upper)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  // The third input, c, drops b, which was used before the second a.
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
