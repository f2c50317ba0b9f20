import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

test.each([
  {
    next: '/tracks/mlops?from=mail#top',
    path: '/tracks/mlops?from=mail#top',
    why: 'a path of this site is followed',
  },
  { next: undefined, path: '/', why: 'without one it goes home' },
  { next: 'https://evil.example/', path: '/', why: 'another site is not followed' },
  { next: '//evil.example/', path: '/', why: 'nor one without a scheme' },
  { next: '/\\evil.example/', path: '/', why: 'nor one behind a backslash' },
  { next: '/\t/evil.example/', path: '/', why: 'nor one behind a tab' },
  { next: '/a/..//evil.example', path: '/', why: 'nor one behind a folded path' },
  { next: 'javascript:alert(1)', path: '/', why: 'nor a script' },
  { next: '/signin?next=/signin', path: '/', why: 'nor the door itself' },
])('$why', ({ next, path }) => expect(returnPath(next)).toBe(path));
