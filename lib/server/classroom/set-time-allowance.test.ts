import { describe, expect, test } from 'vitest';
import { insertClassroom } from '#db/classrooms.ts';
import { addMembership } from '#db/memberships.ts';
import { findServing } from '#db/servings.ts';
import { findUserById } from '#db/users.ts';
import type { Role } from '#lib/access/role.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { saveProfile } from '#lib/server/account/save-profile.ts';
import { closeOverdue } from '#lib/server/clock/close-overdue.ts';
import { recordHeartbeat } from '#lib/server/clock/credit-pause.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { openNextItem, startSitting } from '#lib/server/sitting/start-sitting.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { AllowanceForm, setTimeAllowance } from './set-time-allowance.ts';

const database = await testDatabase();
const world = testWorld(database, fixtureLibrary());
const { db } = database;
const { newUser, contextOf } = workflow(world);
const challenge = inFixture('challenge');
let count = 0;

async function classroom(...members: { id: string; role: Role }[]): Promise<string> {
  count += 1;
  const id = `class-${count}`;
  await insertClassroom(db, { id, name: id, joinCode: `CODE${count}`, createdAt: world.now() });
  for (const { id: userId, role } of members) {
    await addMembership(db, {
      classroomId: id,
      userId,
      role: role === 'student' ? 'student' : 'teacher',
      joinedAt: world.now(),
    });
  }
  return id;
}

/** A student who sits at a problem of 90 seconds, the teacher, and their class. */
async function atWork(clockFactor = 1) {
  const [teacher, student] = [await newUser({ role: 'teacher' }), await newUser({ clockFactor })];
  const classroomId = await classroom(teacher, student);
  await startSitting(world, student, challenge);
  return { teacher, student, classroomId };
}

async function endOf(user: SessionUser, itemId = 'challenge-1') {
  const { latest } = await contextOf(user, 'challenge');
  return (await findServing(db, latest?.id ?? '', itemId))?.deadlineAt;
}

const inSeconds = (seconds: number) => new Date(world.now().getTime() + seconds * 1000);

function posted(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return AllowanceForm.safeParse(formFields(form));
}

test('the form takes the settings there are and no others', () => {
  const whole = { classroom: 'c', student: 's' };
  expect(posted({ ...whole, allowance: '1.25' }).data).toEqual({ ...whole, allowance: 1.25 });
  expect(posted({ ...whole, allowance: '0' }).success).toBe(true);
  for (const allowance of ['', '-1', '5', 'NaN', '0.5']) {
    expect(posted({ ...whole, allowance }).success).toBe(false);
  }
});

describe('who may set it', () => {
  test('the teacher of a class for a student in it, once for every class and activity', async () => {
    const { teacher, student, classroomId } = await atWork();
    const set = { classroom: classroomId, student: student.id, allowance: 1.5 };
    expect(await setTimeAllowance(world, teacher, set)).toEqual({ ok: true, value: null });
    expect(await findUserById(db, student.id)).toMatchObject({ timeAllowance: 1.5, clockFactor: 1 });
  });

  test('nobody else', async () => {
    const { teacher, student, classroomId } = await atWork();
    const stranger = await newUser({ role: 'teacher' });
    const elsewhere = await classroom(stranger);
    const classmate = await newUser();
    await addMembership(db, { classroomId, userId: classmate.id, role: 'student', joinedAt: world.now() });
    const tries = [
      { by: stranger, classroom: classroomId, student: student.id },
      { by: stranger, classroom: elsewhere, student: student.id },
      { by: classmate, classroom: classroomId, student: student.id },
      { by: student, classroom: classroomId, student: student.id },
      { by: teacher, classroom: classroomId, student: teacher.id },
      { by: teacher, classroom: classroomId, student: 'nobody' },
    ];
    for (const { by, ...target } of tries) {
      const refused = await setTimeAllowance(world, by, { ...target, allowance: 4 });
      expect(refused).toEqual({ ok: false, reason: 'not-found' });
    }
    expect(await findUserById(db, student.id)).toMatchObject({ timeAllowance: 1 });
  });
});

describe('C7: a change while the clock runs', () => {
  test.each([
    { allowance: 1.5, seconds: 135, why: 'a longer time lengthens it' },
    { allowance: 1, seconds: 90, why: 'the same leaves it' },
    { allowance: 0, seconds: null, why: 'no limit takes it away' },
  ])('$why', async ({ allowance, seconds }) => {
    const { teacher, student, classroomId } = await atWork();
    const end = seconds === null ? null : inSeconds(seconds);
    world.pass(60_000);
    await setTimeAllowance(world, teacher, { classroom: classroomId, student: student.id, allowance });
    expect(await endOf(student)).toEqual(end);
  });

  test('taking it back shortens no clock that runs, only the next one', async () => {
    const { teacher, student, classroomId } = await atWork();
    const set = { classroom: classroomId, student: student.id };
    await setTimeAllowance(world, teacher, { ...set, allowance: 4 });
    const end = inSeconds(360);
    world.pass(10_000);
    await setTimeAllowance(world, teacher, { ...set, allowance: 1 });
    expect(await endOf(student)).toEqual(end);
    world.pass(350_001);
    const now = await findUserById(db, student.id);
    if (now) await openNextItem(world, now, challenge);
    expect(await endOf(student, 'challenge-2')).toEqual(inSeconds(120));
  });

  test('the learner’s own factor is multiplied, and credited time is kept', async () => {
    await recordHeartbeat(world);
    const { teacher, student, classroomId } = await atWork(2);
    const end = inSeconds(2 * 1.5 * 90 + 60);
    world.pass(60_000);
    await recordHeartbeat(world);
    await setTimeAllowance(world, teacher, { classroom: classroomId, student: student.id, allowance: 1.5 });
    expect(await endOf(student)).toEqual(end);
  });

  test('a problem whose time is over is not opened again', async () => {
    const { teacher, student, classroomId } = await atWork();
    const end = inSeconds(90);
    world.pass(90_001);
    await setTimeAllowance(world, teacher, { classroom: classroomId, student: student.id, allowance: 4 });
    expect(await endOf(student)).toEqual(end);
    world.pass(15_000);
    expect((await closeOverdue(world)).items).toBeGreaterThan(0);
  });

  test('the learner’s own choice works the same way', async () => {
    const { student } = await atWork();
    const end = inSeconds(900);
    const { displayName, onBoard, boardName, timeZone } = student;
    const profile = {
      displayName,
      onBoard,
      boardName,
      timeZone,
      hidesPoints: false,
      hidesStreak: false,
      hidesBadges: false,
      hidesBoard: false,
    };
    await saveProfile(world, student, { ...profile, clockFactor: 10 });
    expect(await endOf(student)).toEqual(end);
    await saveProfile(world, student, { ...profile, clockFactor: 1 });
    expect(await endOf(student)).toEqual(end);
    await saveProfile(world, student, { ...profile, clockFactor: 0 });
    expect(await endOf(student)).toBeNull();
  });
});
