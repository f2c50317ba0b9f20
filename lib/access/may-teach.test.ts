import { expect, test } from 'vitest';
import { mayViewClassroom } from './may-teach.ts';

test.each([
  { role: 'teacher', member: 'teacher', may: true, why: 'a teacher sees the own class' },
  {
    role: 'teacher',
    member: undefined,
    may: false,
    why: 'a teacher does not see the class of somebody else',
  },
  {
    role: 'teacher',
    member: 'student',
    may: false,
    why: 'a teacher who learns in a class does not see into it',
  },
  { role: 'student', member: 'student', may: false, why: 'a student does not see into the own class' },
  { role: 'student', member: 'teacher', may: false, why: 'a demoted teacher loses the class at once' },
  { role: 'author', member: 'teacher', may: true, why: 'an author may teach too' },
  { role: 'author', member: undefined, may: false, why: 'authors see no class by being authors' },
  { role: 'admin', member: undefined, may: true, why: 'an admin sees every class' },
] as const)('$why', ({ role, member, may }) => {
  expect(mayViewClassroom({ role }, member && { role: member })).toBe(may);
});
