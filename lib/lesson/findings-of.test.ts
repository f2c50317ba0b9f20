import { expect, test } from 'vitest';
import { findingLine, findingsOf } from './findings-of.ts';
import type { Finding } from './lesson.ts';

const at = (file: string): Finding => ({
  file,
  line: 3,
  column: 7,
  severity: 'error',
  rule: 'link',
  message: 'Write it.',
});
const all = [
  'content/tracks/git/track.mdx',
  'content/tracks/git/commits/why.mdx',
  'content/tracks/git/commits/pool/first.mdx',
  'content/tracks/git/branches/why.mdx',
  'content/tracks/other/commits/why.mdx',
].map(at);

test('a lesson has the findings of its own files and of its track', () => {
  expect(findingsOf(all, 'git', 'commits').map(({ file }) => file)).toEqual([
    'content/tracks/git/track.mdx',
    'content/tracks/git/commits/why.mdx',
    'content/tracks/git/commits/pool/first.mdx',
  ]);
});

test('a track has those of its own page', () => {
  expect(findingsOf(all, 'git', null).map(({ file }) => file)).toEqual(['content/tracks/git/track.mdx']);
});

test('a finding is one line', () => {
  expect(findingLine(at('why.mdx'))).toBe('why.mdx:3:7  link  Write it.');
});
