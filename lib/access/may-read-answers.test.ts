import { expect, test } from 'vitest';
import { mayReadAnswers } from './may-read-answers.ts';

test.each([
  { role: 'author', may: true },
  { role: 'teacher', may: true },
  { role: 'admin', may: true },
  { role: 'student', may: false },
  { role: 'guest', may: false },
] as const)('$role: $may', ({ role, may }) => expect(mayReadAnswers({ role })).toBe(may));
