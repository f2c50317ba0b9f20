import { expect, test } from 'vitest';
import { isServing } from './timers.ts';

test.each([
  { why: 'the server of visitors', NEXT_RUNTIME: 'nodejs', serves: true },
  {
    why: 'pages being made ahead',
    NEXT_RUNTIME: 'nodejs',
    NEXT_PHASE: 'phase-production-build',
    serves: false,
  },
  { why: 'a command', serves: false },
])('$why: $serves', ({ serves, why: _why, ...env }) => expect(isServing(env)).toBe(serves));
