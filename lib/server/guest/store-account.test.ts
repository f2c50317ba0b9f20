import { expect, test } from 'vitest';
import { insertClassroom } from '#db/classrooms.ts';
import { listMembershipsOf } from '#db/memberships.ts';
import { listLedger } from '#db/responses.ts';
import { findUserById } from '#db/users.ts';
import { newPerson } from '#lib/server/account/new-person.ts';
import { signUp } from '#lib/server/account/sign-up.ts';
import { linkIdentity } from '#lib/server/door/link-identity.ts';
import { userOfSession } from '#lib/server/door/session-token.ts';
import { recountBeliefs } from '#lib/server/mastery/recount-beliefs.ts';
import { recount } from '#lib/server/progress/recount.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { recorded } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { guestOfToken, guestToken } from './guest-token.ts';
import { keptAnswers } from './kept-answers.ts';
import { guestIdOfVisitor, storeAccount } from './store-account.ts';
import { guestsOf, newAccount, newAddress } from './testing/guests.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { db } = world.database;
const { answer, newUser, guestWithAnswers, browserOf } = guestsOf(world);

test('an account that is made keeps every answer, and a recount agrees', async () => {
  const guest = await guestWithAnswers();
  const before = await listLedger(db, [guest.id]);
  const { xp } = (await findUserById(db, guest.id)) ?? { xp: 0 };
  await insertClassroom(db, { id: 'class-9a', name: '9a', joinCode: 'K7QM2XPA', createdAt: world.now() });
  const made = await signUp(world, 'code', { ...newAccount(), code: 'K7QM2XPA' }, browserOf(guest));
  const user = await findUserById(db, made.ok ? made.value.userId : '');
  expect(user).toMatchObject({ id: guest.id, role: 'student', displayName: 'Ada', xp });
  expect(xp).toBeGreaterThan(0);
  expect(await listMembershipsOf(db, guest.id)).toMatchObject([{ classroomId: 'class-9a' }]);
  expect(await listLedger(db, [guest.id])).toEqual(before);
  if (!user) throw new Error('There is no account');
  recorded(await answer(user, 'practice', 'practice-output', 'right'));
  expect((await recount(world)).differences).toEqual([]);
  expect((await recountBeliefs(world)).differences).toEqual([]);
});

test('a new account is told for a moment which answers of its guest it keeps, and where', async () => {
  const guest = await guestWithAnswers();
  const made = await signUp(world, 'open', newAccount(), browserOf(guest));
  const user = await userOfSession(world, made.ok ? made.value : null);
  if (!user) throw new Error('There is no account');
  const at = (afterMs: number) => ({
    ...world,
    now: () => new Date(user.createdAt.getTime() + afterMs),
  });
  const kept = { answers: 2, lessons: [{ title: 'The fixture', href: '/tracks/fixture-track/fixture' }] };
  expect(await keptAnswers(at(1_000), user)).toEqual(kept);
  expect(await keptAnswers(at(60_000), user)).toBeNull();
});

test('an account that was nobody’s guest, and a guest, are told nothing', async () => {
  const made = await signUp(world, 'open', newAccount(), { address: newAddress() });
  const user = await userOfSession(world, made.ok ? made.value : null);
  expect(user && (await keptAnswers(world, user))).toBeNull();
  expect(await keptAnswers(world, await guestWithAnswers())).toBeNull();
});

test('an account of the sign-in service keeps them when it is created, and never when it exists', async () => {
  const identity = {
    provider: 'oidc',
    subject: `subject-${world.newId()}`,
    name: 'Bo',
    emailVerified: false,
  };
  const guest = await guestWithAnswers();
  const made = await linkIdentity(world, 'code', identity, guest.id);
  expect(made.ok && made.value.userId).toBe(guest.id);
  const other = await guestWithAnswers();
  const again = await linkIdentity(world, 'code', identity, other.id);
  expect(again.ok && again.value.userId).toBe(guest.id);
  expect(await listLedger(db, [other.id])).toHaveLength(2);
  expect(await findUserById(db, other.id)).toMatchObject({ role: 'guest' });
});

test('of accounts that are made at once with one guest, one keeps the answers', async () => {
  const guest = await guestWithAnswers();
  const results = await Promise.all(
    Array.from({ length: 4 }, () => signUp(world, 'open', newAccount(), browserOf(guest))),
  );
  const ids = results.map((result) => (result.ok ? result.value.userId : ''));
  expect(new Set(ids).size).toBe(4);
  expect(ids.filter((id) => id === guest.id)).toHaveLength(1);
  expect(await listLedger(db, ids)).toHaveLength(2);
});

test('a taken name leaves the guest as it was', async () => {
  const guest = await guestWithAnswers();
  const taken = newAccount();
  expect(await signUp(world, 'open', taken, { address: newAddress() })).toMatchObject({ ok: true });
  expect(await signUp(world, 'open', taken, browserOf(guest))).toEqual({ ok: false, reason: 'name-taken' });
  expect(await findUserById(db, guest.id)).toMatchObject({ role: 'guest' });
});

test('the cookie of a guest is worth nothing once there is an account, and was never worth an account', async () => {
  const guest = await guestWithAnswers();
  const token = guestToken(world, guest.id);
  expect((await guestOfToken(world, token))?.id).toBe(guest.id);
  expect(await signUp(world, 'open', newAccount(), browserOf(guest))).toMatchObject({ ok: true });
  expect(await guestOfToken(world, token)).toBeNull();
  const second = await signUp(world, 'open', newAccount(), browserOf(guest));
  expect(second.ok && second.value.userId).not.toBe(guest.id);
  const teacher = await newUser({ role: 'teacher' });
  expect(await guestOfToken(world, guestToken(world, teacher.id))).toBeNull();
  const stored = await findUserById(db, teacher.id);
  const claim = newPerson(world, { ...newAccount(), role: 'student' });
  const taken = await world.database.transaction((tx) => storeAccount(tx, claim, teacher.id));
  expect(taken?.id).toBe(claim.id);
  expect(await findUserById(db, teacher.id)).toEqual(stored);
});

test.each(['', 'x', 'a.b', '.', 'a.b.c'])('a made-up cookie is no guest: %s', async (token) => {
  expect(await guestIdOfVisitor(world, { guest: token })).toBeNull();
});

test('a cookie that another server has signed is no guest', async () => {
  const guest = await guestWithAnswers();
  const foreign = guestToken({ secret: 'another secret, long enough' }, guest.id);
  expect(await guestOfToken(world, foreign)).toBeNull();
});
