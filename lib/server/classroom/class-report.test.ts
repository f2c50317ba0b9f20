import { beforeAll, describe, expect, test } from 'vitest';
import { addMembership, findMembership } from '#db/memberships.ts';
import { findUserByLogin, type NewUser } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { isPassword } from '#lib/server/door/password-hash.ts';
import { markRead } from '#lib/server/progress/mark-read.ts';
import { canaries, fixtureLibrary } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { inFixture, no, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { addStudent, StudentForm } from './add-student.ts';
import { classGradebook } from './class-gradebook.ts';
import { classReport } from './class-report.ts';
import { classroomList } from './classroom-list.ts';
import { ClassroomForm, createClassroom } from './create-classroom.ts';
import { removeFromClass } from './remove-from-class.ts';
import { resetStudentPassword } from './reset-student-password.ts';
import { studentReport } from './student-report.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { db } = world.database;
const { answer } = workflow(world);

const teacher = await addPerson(world, { userName: 'teacher', role: 'teacher' });
const other = await addPerson(world, { userName: 'other', role: 'teacher' });
const admin = await addPerson(world, { userName: 'admin', role: 'admin' });
let own = '';
let theirs = '';

async function open(user: SessionUser, name: string): Promise<string> {
  const opened = await createClassroom(world, user, { name });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value.classroomId;
}

async function student(
  userName: string,
  fields: Partial<NewUser> = {},
  classroomId = own,
): Promise<SessionUser> {
  const person = await addPerson(world, { userName, ...fields });
  await addMembership(db, { classroomId, userId: person.id, role: 'student', joinedAt: world.now() });
  return person;
}

beforeAll(async () => {
  own = await open(teacher, '8b');
  theirs = await open(other, '9c');
});

describe('classes', () => {
  test('a teacher lists the own classes, an admin all, with a code to read aloud', async () => {
    await student('counted');
    expect(await classroomList(world, teacher)).toEqual([
      {
        id: own,
        name: '8b',
        joinCode: expect.stringMatching(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/),
        students: 1,
        teachers: 1,
      },
    ]);
    expect((await classroomList(world, admin)).map(({ name }) => name)).toEqual(['8b', '9c']);
  });

  test('students and authors open no class', async () => {
    for (const role of ['student', 'author'] as const) {
      const person = await addPerson(world, { userName: `opens-${role}`, role });
      expect(await createClassroom(world, person, { name: 'mine' })).toEqual({
        ok: false,
        reason: 'not-allowed',
      });
    }
  });

  test('a name is tidied, an empty one refused', () => {
    const form = new FormData();
    form.append('name', '  8 \t b ');
    expect(ClassroomForm.parse(formFields(form))).toEqual({ name: '8 b' });
    form.set('name', '  ');
    expect(ClassroomForm.safeParse(formFields(form)).success).toBe(false);
  });
});

describe('the report', () => {
  test('shows each student against each lesson, staff and strangers left out', async () => {
    const mia = await student('mia');
    await student('curious-admin', { role: 'admin' });
    await student('elsewhere', {}, theirs);
    await markRead(world, mia, inFixture('introduction'));
    await answer(mia, 'try', 'try-1', yes);
    const report = await classReport(world, teacher, own, 'name');
    expect(report?.students.map(({ name }) => name)).toEqual(['counted', 'mia']);
    expect(report?.students[1]).toMatchObject({
      points: 4,
      cells: [{ level: 2, progress: { done: 2, total: 13 } }],
      stuck: null,
    });
  });

  test('is no page for the teacher of another class, for students, or of no class', async () => {
    const mia = await findUserByLogin(db, 'mia');
    if (!mia) throw new Error('Mia is gone');
    for (const user of [other, mia]) expect(await classReport(world, user, own, 'need')).toBeUndefined();
    expect(await classReport(world, admin, own, 'need')).toBeDefined();
    expect(await classReport(world, admin, 'nowhere', 'need')).toBeUndefined();
    expect(await classGradebook(world, other, own)).toBeUndefined();
    expect(await studentReport(world, other, own, mia.id)).toBeUndefined();
  });

  test('a teacher cannot reach a student of another class through the own one', async () => {
    const elsewhere = await findUserByLogin(db, 'elsewhere');
    expect(await studentReport(world, teacher, own, elsewhere?.id ?? '')).toBeUndefined();
    expect(await studentReport(world, teacher, theirs, elsewhere?.id ?? '')).toBeUndefined();
    expect(await studentReport(world, teacher, own, admin.id)).toBeUndefined();
  });

  test('of one student it tells the last answers, and no key', async () => {
    const mia = await findUserByLogin(db, 'mia');
    if (!mia) throw new Error('Mia is gone');
    await answer(mia, 'try', 'try-2', no);
    world.pass(60_000);
    await answer(mia, 'try', 'try-2', yes);
    const report = await studentReport(world, teacher, own, mia.id);
    expect(report?.answers.map(({ question, outcome, attempt }) => [question, outcome, attempt])).toEqual([
      ['Is try-2 so?', 'right', 2],
      ['Is try-2 so?', 'wrong', 1],
      ['Is try-1 so?', 'right', 1],
    ]);
    const told = JSON.stringify({ ...report, lessons: undefined });
    expect(canaries.filter((canary) => told.includes(canary))).toEqual([]);
  });

  test('the gradebook has a row for each student and no formula', async () => {
    await student('sly', { displayName: '=HYPERLINK("http://x")' });
    const file = await classGradebook(world, teacher, own);
    expect(file?.name).toBe('gradebook-8b-2026-11-22.csv');
    const lines = file?.text.split('\r\n') ?? [];
    expect(lines[0]).toMatch(/^\uFEFFName,User name,Points,/);
    expect(lines).toContainEqual(expect.stringMatching(/^mia,mia,8,/));
    expect(file?.text).toContain(`"'=HYPERLINK(""http://x"")",sly,0,`);
  });
});

test('two students of one name are told apart by their user names', async () => {
  const classroomId = await open(teacher, '10a');
  await student('kim.l', { displayName: 'Kim Lee' }, classroomId);
  await student('kim-2', { displayName: 'Kim Lee' }, classroomId);
  const report = await classReport(world, teacher, classroomId, 'name');
  expect(report?.students.map(({ name }) => name)).toEqual(['Kim Lee (kim-2)', 'Kim Lee (kim.l)']);
});

describe('student accounts', () => {
  test('a teacher makes an account; its password works, is told once and stored as a hash', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({
      classroom: own,
      displayName: 'Noa',
      userName: ' Noa.K ',
      role: 'admin',
    })) {
      form.append(name, value);
    }
    const made = await addStudent(world, teacher, StudentForm.parse(formFields(form)));
    if (!made.ok) throw new Error(made.reason);
    const stored = await findUserByLogin(db, 'noa.k');
    expect(stored).toMatchObject({ role: 'student', displayName: 'Noa', email: null });
    expect(await isPassword(stored?.passwordHash, made.value.password)).toBe(true);
    expect(stored?.passwordHash).not.toContain(made.value.password);
    expect(await findMembership(db, own, stored?.id ?? '')).toMatchObject({ role: 'student' });
  });

  test('not in the class of somebody else, and not over an existing account', async () => {
    const input = { classroom: own, displayName: 'X', userName: 'new-one' };
    expect(await addStudent(world, other, input)).toEqual({ ok: false, reason: 'not-found' });
    expect(await findUserByLogin(db, 'new-one')).toBeUndefined();
    expect(await addStudent(world, teacher, { ...input, userName: 'mia' })).toEqual({
      ok: false,
      reason: 'name-taken',
    });
  });

  test('a new password ends the old one and every session', async () => {
    const mia = await student('mia-2', { passwordHash: 'old' });
    const reset = await resetStudentPassword(world, teacher, { classroom: own, student: mia.id });
    if (!reset.ok) throw new Error(reset.reason);
    const stored = await findUserByLogin(db, 'mia-2');
    expect(await isPassword(stored?.passwordHash, reset.value.password)).toBe(true);
    expect(stored?.sessionsValidFrom.getTime()).toBeGreaterThan(world.now().getTime());
  });

  test.each([
    { why: 'an admin who typed the join code', name: 'curious-admin', by: teacher, reason: 'not-found' },
    { why: 'a student of another class', name: 'elsewhere', by: teacher, reason: 'not-found' },
    { why: 'a student, by the teacher of another class', name: 'mia', by: other, reason: 'not-found' },
    { why: 'who signs in elsewhere and has no password', name: 'mia', by: teacher, reason: 'no-password' },
  ])('no new password for $why', async ({ name, by, reason }) => {
    const person = await findUserByLogin(db, name);
    const input = { classroom: own, student: person?.id ?? '' };
    expect(await resetStudentPassword(world, by, input)).toEqual({ ok: false, reason });
  });

  test('taking a student out leaves account and work, and is the class teacher’s to do', async () => {
    const mia = await findUserByLogin(db, 'mia');
    const input = { classroom: own, student: mia?.id ?? '' };
    expect(await removeFromClass(world, other, input)).toEqual({ ok: false, reason: 'not-found' });
    expect(await removeFromClass(world, teacher, { ...input, student: teacher.id })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await removeFromClass(world, teacher, input)).toMatchObject({ ok: true });
    expect(await findMembership(db, own, input.student)).toBeUndefined();
    expect(await findUserByLogin(db, 'mia')).toMatchObject({ xp: 8 });
  });
});
