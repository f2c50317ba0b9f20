import { expect, test } from 'vitest';
import { findUserById, setDisabled, setRole } from '#db/users.ts';
import { changePassword } from '#lib/server/account/change-password.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { hashPassword } from './password-hash.ts';
import { mintToken, newSession, sessionMaxAgeMs, signOutEverywhere, userOfToken } from './session-token.ts';
import { signIn } from './sign-in.ts';

const world = testWorld(await testDatabase());
const { db } = world.database;
const password = 'kettle moon ladder';
const passwordHash = await hashPassword(password);
let people = 0;

async function signedIn() {
  people += 1;
  const user = await addPerson(world, { userName: `person-${people}`, role: 'teacher', passwordHash });
  return { user, token: await mintToken(world.secret, newSession(user, world.now())) };
}

test('a token stands for the person the database knows', async () => {
  const { user, token } = await signedIn();
  expect(await userOfToken(world, token)).toMatchObject({ id: user.id, role: 'teacher' });
});

test('the person of a session carries no password and no e-mail', async () => {
  const { token } = await signedIn();
  const keys = Object.keys((await userOfToken(world, token)) ?? {});
  expect(keys).not.toContain('passwordHash');
  expect(keys).not.toContain('email');
});

test('a demotion counts with the next request', async () => {
  const { user, token } = await signedIn();
  await setRole(db, user.id, 'student');
  expect(await userOfToken(world, token)).toMatchObject({ role: 'student' });
});

test('a disabled person is nobody with the next request', async () => {
  const { user, token } = await signedIn();
  await setDisabled(db, user.id, world.now());
  expect(await userOfToken(world, token)).toBeNull();
});

test('signing out everywhere ends every session, even of the same millisecond, and a new one begins at once', async () => {
  const { user, token } = await signedIn();
  await signOutEverywhere(world, user);
  expect(await userOfToken(world, token)).toBeNull();
  const again = await signIn(world, { login: user.userName, password }, { address: 'here' });
  expect(again.ok && (await userOfToken(world, await mintToken(world.secret, again.value)))).toMatchObject({
    id: user.id,
  });
});

test('a new password ends the other sessions and keeps this device signed in', async () => {
  const { user, token } = await signedIn();
  const changed = await changePassword(world, user, { current: password, password: 'quite another one' });
  expect(await userOfToken(world, token)).toBeNull();
  expect(
    changed.ok && (await userOfToken(world, await mintToken(world.secret, changed.value))),
  ).toMatchObject({ id: user.id });
  const old = await signIn(world, { login: user.userName, password }, { address: 'here' });
  expect(old).toEqual({ ok: false, reason: 'wrong' });
});

test('a password is changed only by who knows it, slowed after five tries', async () => {
  const { user } = await signedIn();
  const guess = () => changePassword(world, user, { current: 'guess', password: 'quite another one' });
  for (let tries = 0; tries < 5; tries += 1) expect(await guess()).toMatchObject({ reason: 'wrong' });
  expect(await guess()).toMatchObject({ reason: 'too-many' });
  expect((await findUserById(db, user.id))?.passwordHash).toBe(passwordHash);
});

test('staff sign in anew after two days, students after fourteen', async () => {
  const { user, token } = await signedIn();
  world.pass(2 * 24 * 60 * 60_000 + 1);
  expect(await userOfToken(world, token)).toBeNull();
  await setRole(db, user.id, 'student');
  expect(await userOfToken(world, token)).not.toBeNull();
  world.pass(sessionMaxAgeMs);
  expect(await userOfToken(world, token)).toBeNull();
});

test.each([
  { why: 'nothing', forge: async () => undefined },
  { why: 'noise', forge: async () => '%%%.%' },
  { why: '8 KB of noise', forge: async () => 'a.'.repeat(4096) },
  {
    why: 'a token of another secret',
    forge: async (id: string) => mintToken('another secret', { userId: id, signedInAt: world.now() }),
  },
  {
    why: 'a token that is not encrypted',
    forge: async (id: string) => `${btoa('{"alg":"none"}')}.${btoa(`{"sub":"${id}","signedInAt":9e15}`)}.`,
  },
  {
    why: 'a token of somebody who is gone',
    forge: async () => mintToken(world.secret, { userId: 'gone', signedInAt: world.now() }),
  },
])('$why is nobody', async ({ forge }) => {
  const { user } = await signedIn();
  expect(await userOfToken(world, await forge(user.id))).toBeNull();
});
