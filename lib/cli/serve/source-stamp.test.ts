import { expect, test } from 'vitest';
import { difference, stampSources } from './source-stamp.ts';

test.each([
  { before: { a: '1' }, after: { a: '1' }, words: null, why: 'the same files need no build' },
  { before: { a: '1' }, after: { a: '2' }, words: 'a has changed', why: 'a changed file is named' },
  { before: { a: '1' }, after: {}, words: 'a is gone', why: 'a removed file is named' },
  {
    before: {},
    after: { a: '1', b: '1' },
    words: 'a is new, and 1 more',
    why: 'the first of several is named',
  },
])('$why', ({ before, after, words }) => expect(difference(before, after)).toBe(words));

test('pages, rules and lessons are sources of a build; tests and commands are not', async () => {
  const paths = Object.keys(await stampSources('content/tracks'));
  expect(paths).toContain('package-lock.json');
  expect(paths.some((path) => /^content\/tracks\/.*\.mdx$/.test(path))).toBe(true);
  expect(paths.filter((path) => path.endsWith('.test.ts') || path.startsWith('lib/cli/'))).toEqual([]);
});
