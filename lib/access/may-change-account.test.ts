import { expect, test } from 'vitest';
import { mayChangeAccount } from './may-change-account.ts';
import { mayCreateClassroom } from './may-create-classroom.ts';

test.each([
  {
    why: 'a teacher helps a student of the class',
    by: 'teacher',
    own: 'teacher',
    of: 'student',
    member: 'student',
    may: true,
  },
  { why: 'an admin may too', by: 'admin', own: undefined, of: 'student', member: 'student', may: true },
  {
    why: 'not a student of another class',
    by: 'teacher',
    own: 'teacher',
    of: 'student',
    member: undefined,
    may: false,
  },
  {
    why: 'not for the teacher of another class',
    by: 'teacher',
    own: undefined,
    of: 'student',
    member: 'student',
    may: false,
  },
  {
    why: 'not an admin who typed the join code',
    by: 'teacher',
    own: 'teacher',
    of: 'admin',
    member: 'student',
    may: false,
  },
  { why: 'not a colleague', by: 'teacher', own: 'teacher', of: 'teacher', member: 'teacher', may: false },
  {
    why: 'students change nobody',
    by: 'student',
    own: 'student',
    of: 'student',
    member: 'student',
    may: false,
  },
] as const)('$why', ({ by, own, of, member, may }) => {
  const membership = member && ({ role: member } as const);
  expect(mayChangeAccount({ role: by }, own && { role: own }, { role: of, membership })).toBe(may);
});

test('classes are opened by teachers and admins', () => {
  const may = (['student', 'author', 'teacher', 'admin'] as const).filter((role) =>
    mayCreateClassroom({ role }),
  );
  expect(may).toEqual(['teacher', 'admin']);
});
