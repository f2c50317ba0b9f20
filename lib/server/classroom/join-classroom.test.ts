import { expect, test } from 'vitest';
import { insertClassroom } from '#db/classrooms.ts';
import { addMembership, findMembership, listMembershipsOf } from '#db/memberships.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { mintToken, newSession, userOfToken } from '#lib/server/door/session-token.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { checkJoinCode, JoinForm, joinClassroom } from './join-classroom.ts';

const world = testWorld(await testDatabase());
const { db } = world.database;
await insertClassroom(db, { id: 'class-8b', name: 'Class 8b', joinCode: 'K7QM2XPA', createdAt: world.now() });

async function person(userName: string) {
  const stored = await addPerson(world, { userName });
  const user = await userOfToken(world, await mintToken(world.secret, newSession(stored, world.now())));
  if (!user) throw new Error('The new person is nobody');
  return user;
}

test('a code as it is typed leads into the class, once', async () => {
  const ada = await person('ada');
  const form = new FormData();
  form.append('code', ' k7qm-2xpa');
  const input = JoinForm.parse(formFields(form));
  const both = await Promise.all([joinClassroom(world, ada, input), joinClassroom(world, ada, input)]);
  expect(both).toContainEqual({ ok: true, value: { classroomId: 'class-8b', name: 'Class 8b' } });
  expect(both).toContainEqual({ ok: false, reason: 'already-in' });
  expect(await listMembershipsOf(db, ada.id)).toHaveLength(1);
});

test('a teacher who types the own code stays the teacher', async () => {
  const teacher = await person('teacher');
  await addMembership(db, {
    classroomId: 'class-8b',
    userId: teacher.id,
    role: 'teacher',
    joinedAt: world.now(),
  });
  expect(await joinClassroom(world, teacher, { code: 'K7QM2XPA' })).toEqual({
    ok: false,
    reason: 'already-in',
  });
  expect(await findMembership(db, 'class-8b', teacher.id)).toMatchObject({ role: 'teacher' });
});

test('wrong codes cost time after three hundred, for ten seconds at most', async () => {
  const eve = await person('eve');
  const guess = (n: number) => joinClassroom(world, eve, { code: `GUESS${n}` });
  for (let tries = 0; tries < 300; tries += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => guess(tries + n)));
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'unknown-code')).toHaveLength(50);
  }
  expect(await guess(300)).toEqual({ ok: false, reason: 'too-many', waitSeconds: 1 });
  for (let tries = 0; tries < 9; tries += 1) {
    world.pass(10_000);
    expect(await guess(tries)).toMatchObject({ reason: 'unknown-code' });
  }
  expect(await guess(0)).toEqual({ ok: false, reason: 'too-many', waitSeconds: 10 });
  // A guesser keeps nobody from joining: a right code does not wait.
  expect(await joinClassroom(world, eve, { code: 'K7QM2XPA' })).toMatchObject({ ok: true });
}, 60_000);

test('right codes never count: a whole school joins behind one address', async () => {
  const here = { address: '203.0.113.9' };
  for (let people = 0; people < 400; people += 50) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => checkJoinCode(world, { code: 'K7QM2XPA' }, here)),
    );
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  }
}, 60_000);

test('before signing in a code can be checked, and nobody joins by that', async () => {
  const here = { address: '203.0.113.7' };
  expect(await checkJoinCode(world, { code: 'K7QM2XPA' }, here)).toMatchObject({
    ok: true,
    value: { name: 'Class 8b' },
  });
  expect(await checkJoinCode(world, { code: 'NOPE' }, here)).toEqual({ ok: false, reason: 'unknown-code' });
});
