import { expect, test } from 'vitest';
import { authoringOn, mayPublish, mayWriteLessons } from './may-author.ts';

test.each([
  { role: 'admin', owns: false, may: 'publish' },
  { role: 'author', owns: true, may: 'publish' },
  { role: 'author', owns: false, may: 'propose' },
  { role: 'teacher', owns: true, may: null },
  { role: 'student', owns: true, may: null },
  { role: 'guest', owns: true, may: null },
] as const)('$role who owns the track: $owns, may $may', ({ role, owns, may }) => {
  expect(authoringOn({ role }, owns)).toBe(may);
  expect(mayPublish({ role }, owns)).toBe(may === 'publish');
  expect(mayWriteLessons({ role })).toBe(may !== null);
});
