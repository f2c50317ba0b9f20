import { expect, test } from 'vitest';
import { mergeFiles } from './merge-files.ts';

test.each([
  {
    why: 'what only the other has changed is taken',
    mine: { a: '1' },
    published: { a: '2' },
    files: { a: '2' },
  },
  { why: 'what only I have changed is kept', mine: { a: '3' }, published: { a: '1' }, files: { a: '3' } },
  { why: 'my new file is kept', mine: { a: '1', b: 'x' }, published: { a: '1' }, files: { a: '1', b: 'x' } },
  { why: 'a file that the other has removed is gone', mine: { a: '1' }, published: {}, files: {} },
  { why: 'a file that I have removed stays removed', mine: {}, published: { a: '1' }, files: {} },
  { why: 'the same change is no conflict', mine: { a: '2' }, published: { a: '2' }, files: { a: '2' } },
])('$why', ({ mine, published, files }) => {
  expect(mergeFiles({ a: '1' }, mine, published)).toEqual({ files, both: [] });
});

test('a file that both have changed stays mine and is named', () => {
  expect(mergeFiles({ a: '1' }, { a: '2' }, { a: '3' })).toEqual({ files: { a: '2' }, both: ['a'] });
  expect(mergeFiles({ a: '1' }, {}, { a: '3' })).toEqual({ files: {}, both: ['a'] });
});
