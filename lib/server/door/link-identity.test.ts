import { expect, test } from 'vitest';
import { findUserById } from '#db/users.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { type IdentityClaims, linkIdentity } from './link-identity.ts';

const world = testWorld(await testDatabase());
const { db } = world.database;

let subjects = 0;
function told(fields: Partial<IdentityClaims> = {}): IdentityClaims {
  subjects += 1;
  return { provider: 'oidc', subject: `subject-${subjects}`, name: 'Ada', emailVerified: true, ...fields };
}

async function linked(identity: IdentityClaims) {
  const result = await linkIdentity(world, 'code', identity);
  return result.ok ? findUserById(db, result.value.userId) : undefined;
}

test('the subject says who it is, not the name and not the e-mail', async () => {
  const first = told({ email: 'ada@school.example' });
  const ada = await linked(first);
  expect((await linked({ ...first, name: 'Renamed', email: 'other@school.example' }))?.id).toBe(ada?.id);
  expect((await linked(told({ email: 'ada@school.example' })))?.id).not.toBe(ada?.id);
});

test('an account that was entered for a student and never used is claimed by its verified e-mail', async () => {
  const entered = await addPerson(world, { userName: 'roster', email: 'roster@school.example' });
  expect((await linked(told({ email: 'Roster@School.example' })))?.id).toBe(entered.id);
  expect((await linked(told({ email: 'roster@school.example' })))?.id).not.toBe(entered.id);
});

test.each([
  { why: 'one with a password', fields: { passwordHash: 'x' }, emailVerified: true },
  { why: 'one of staff', fields: { role: 'teacher' }, emailVerified: true },
  { why: 'any, when the e-mail is not verified', fields: {}, emailVerified: false },
] as const)('an account is not claimed by e-mail: $why', async ({ fields, emailVerified }) => {
  const email = `case-${subjects}@school.example`;
  const existing = await addPerson(world, { userName: `case-${subjects}`, email, ...fields });
  const user = await linked(told({ email, emailVerified }));
  expect(user?.id).not.toBe(existing.id);
  expect(user).toMatchObject({ role: 'student', email: null, passwordHash: null });
});

test('an unverified e-mail is not kept', async () => {
  expect(await linked(told({ email: 'new@school.example', emailVerified: false }))).toMatchObject({
    email: null,
  });
});

test('a closed school lets in whom it knows and makes nobody', async () => {
  const known = told();
  await linked(known);
  expect(await linkIdentity(world, 'closed', known)).toMatchObject({ ok: true });
  expect(await linkIdentity(world, 'closed', told())).toEqual({ ok: false, reason: 'closed' });
});

test('two first visits at once make one person', async () => {
  const identity = told({ userName: 'twice' });
  const results = await Promise.allSettled([linked(identity), linked(identity)]);
  const ids = results.flatMap((result) =>
    result.status === 'fulfilled' && result.value ? [result.value.id] : [],
  );
  expect(new Set(ids).size).toBe(1);
  expect((await linked(identity))?.id).toBe(ids[0]);
});
