import { expect, test } from 'vitest';
import { insertClassroom } from '#db/classrooms.ts';
import { listMembershipsOf } from '#db/memberships.ts';
import { countUsers, findUserById, findUserByLogin } from '#db/users.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { SignUpForm, signUp } from './sign-up.ts';

const world = testWorld(await testDatabase());
const { db } = world.database;
const here = { address: '203.0.113.7' };
await insertClassroom(db, { id: 'class-8b', name: 'Class 8b', joinCode: 'K7QM2XPA', createdAt: world.now() });

let people = 0;
function account(fields: { code?: string; timeZone?: string } = {}) {
  people += 1;
  return { userName: `person-${people}`, displayName: 'Ada', password: 'kettle moon ladder', ...fields };
}

test('with a class code one becomes a student of that class', async () => {
  const result = await signUp(world, 'code', account({ code: 'K7QM2XPA', timeZone: 'Asia/Tokyo' }), here);
  const userId = result.ok ? result.value.userId : '';
  expect(await findUserById(db, userId)).toMatchObject({
    role: 'student',
    timeZone: 'Asia/Tokyo',
    onBoard: false,
  });
  expect(await listMembershipsOf(db, userId)).toMatchObject([{ classroomId: 'class-8b', role: 'student' }]);
});

test.each([
  { mode: 'code', code: undefined, reason: 'code-needed', why: 'a school that asks for a code needs one' },
  { mode: 'code', code: 'WRONG', reason: 'unknown-code', why: 'an unknown code opens nothing' },
  { mode: 'open', code: 'WRONG', reason: 'unknown-code', why: 'an open school says when a code is wrong' },
  { mode: 'closed', code: 'K7QM2XPA', reason: 'closed', why: 'a closed school takes no code' },
] as const)('$why', async ({ mode, code, reason }) => {
  const before = await countUsers(db);
  expect(await signUp(world, mode, account(code ? { code } : {}), here)).toEqual({ ok: false, reason });
  expect(await countUsers(db)).toBe(before);
});

test('an open school asks for no code', async () => {
  const result = await signUp(world, 'open', account({ code: '' }), here);
  expect(result.ok && (await listMembershipsOf(db, result.value.userId))).toEqual([]);
});

test('one name goes to one person, also when two ask at once', async () => {
  const same = account();
  const results = await Promise.all([signUp(world, 'open', same, here), signUp(world, 'open', same, here)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results).toContainEqual({ ok: false, reason: 'name-taken' });
});

test.each([
  { sent: 'Asia/Kolkata', kept: 'Asia/Kolkata' },
  { sent: 'Europe/Kiev', kept: 'Europe/Kyiv' },
  { sent: 'America/Argentina/Cordoba', kept: 'America/Argentina/Cordoba' },
])('a browser that says $sent gives its student $kept', async ({ sent, kept }) => {
  const result = await signUp(world, 'open', account({ timeZone: sent }), here);
  const user = await findUserById(db, result.ok ? result.value.userId : '');
  expect(user?.timeZone).toBe(kept);
});

test('a time zone that does not exist is not kept', async () => {
  const result = await signUp(world, 'open', account({ timeZone: 'Moon/Base' }), here);
  const user = await findUserById(db, result.ok ? result.value.userId : '');
  expect(user?.timeZone).not.toBe('Moon/Base');
});

function form(entries: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.append(name, value);
  return data;
}

test('whatever else is posted, a new person is a student', async () => {
  const posted = form({
    userName: ' Eve ',
    displayName: 'Eve',
    password: 'kettle moon ladder',
    code: 'k7qm-2xpa',
    role: 'admin',
    xp: '9000',
    sessionsValidFrom: '0',
  });
  const input = SignUpForm.parse(formFields(posted));
  expect(Object.keys(input).sort()).toEqual(['code', 'displayName', 'password', 'userName']);
  await signUp(world, 'code', input, here);
  expect(await findUserByLogin(db, 'eve')).toMatchObject({ role: 'student', xp: 0 });
});

test('a weak password is refused beside its field', () => {
  const posted = form({ userName: 'kettle.moon', displayName: 'K', password: 'Kettle.Moon' });
  const result = SignUpForm.safeParse(formFields(posted));
  expect(result.error?.issues).toMatchObject([
    { path: ['password'], message: 'Choose something other than the user name.' },
  ]);
});

test('a hundred pupils sign up behind one address in one lesson, each after a wrong code', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, async () => {
      await signUp(world, 'code', account({ code: 'WRONG' }), here);
      return signUp(world, 'code', account({ code: 'K7QM2XPA' }), here);
    }),
  );
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
}, 120_000);
