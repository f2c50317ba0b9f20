import { beforeEach, expect, test } from 'vitest';
import { forgetFailures } from '#db/sign-in-failures.ts';
import { setDisabled } from '#db/users.ts';
import { changePassword } from '#lib/server/account/change-password.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { formFields } from './form-values.ts';
import { withKnownDevice } from './known-device.ts';
import { hashPassword } from './password-hash.ts';
import { signOutEverywhere } from './session-token.ts';
import { SignInForm, signIn } from './sign-in.ts';
import { reportFailure } from './sign-in-alerts.ts';
import { throttleWindowMs } from './throttle.ts';

const statements: string[] = [];
const world = testWorld(await testDatabase(undefined, (statement) => statements.push(statement)));
const password = 'kettle moon ladder';
const here = { address: '203.0.113.7' };
const ada = await addPerson(world, {
  userName: 'ada',
  email: 'ada@school.example',
  passwordHash: await hashPassword(password),
});
await addPerson(world, { userName: 'eve', passwordHash: ada.passwordHash });
await addPerson(world, { userName: 'sso-only' });

beforeEach(() => forgetFailures(world.database.db, world.now()));

const tryWrong = (login: string, address = here.address) =>
  signIn(world, { login, password: 'wrong' }, { address });

test.each(['ada', ' ADA ', 'Ada@School.Example'])(
  'the right password opens the door for %j',
  async (login) => {
    const result = await signIn(world, { login, password }, here);
    expect(result).toEqual({ ok: true, value: { userId: ada.id, signedInAt: world.now() } });
  },
);

test('an unknown name, a wrong password and an account without one are told the same', async () => {
  const answers = [
    await tryWrong('nobody'),
    await tryWrong('ada'),
    await tryWrong('sso-only'),
    await tryWrong(''),
  ];
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set(['{"ok":false,"reason":"wrong"}']),
  );
});

test('an unknown name sends the database the statements of a known one', async () => {
  const sentFor = async (login: string) => {
    statements.length = 0;
    await tryWrong(login);
    return [...statements];
  };
  // Prepares what is prepared once.
  await sentFor('eve');
  expect(await sentFor('nobody')).toEqual(await sentFor('ada'));
});

const elsewhere = { address: '198.51.100.1' };

test.each(['ada', 'nobody'])(
  'five wrong passwords are free, each further one costs time: %s',
  async (login) => {
    for (let tries = 0; tries < 5; tries += 1)
      expect(await tryWrong(login)).toMatchObject({ reason: 'wrong' });
    expect(await tryWrong(login)).toEqual({ ok: false, reason: 'too-many', waitSeconds: 1 });
    expect(await signIn(world, { login, password }, here)).toMatchObject({ reason: 'too-many' });
    world.pass(1000);
    expect(await tryWrong(login)).toMatchObject({ reason: 'wrong' });
    world.pass(1000);
    expect(await tryWrong(login)).toEqual({ ok: false, reason: 'too-many', waitSeconds: 1 });
    world.pass(1000);
    expect(await signIn(world, { login, password }, here)).toMatchObject(
      login === 'ada' ? { ok: true } : { reason: 'wrong' },
    );
  },
);

test('the longest wait is five minutes, and an hour without an attempt ends it', async () => {
  for (let tries = 0; tries < 20; tries += 1) {
    await tryWrong('ada');
    world.pass(300_000);
  }
  expect(await tryWrong('ada')).toMatchObject({ reason: 'wrong' });
  expect(await tryWrong('ada')).toEqual({ ok: false, reason: 'too-many', waitSeconds: 300 });
  world.pass(throttleWindowMs);
  for (let tries = 0; tries < 5; tries += 1) expect(await tryWrong('ada')).toMatchObject({ reason: 'wrong' });
});

test('forty wrong passwords at once are five guesses', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => tryWrong('ada')));
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'wrong')).toHaveLength(5);
});

test('a stranger who guesses passwords keeps nobody out at another address', async () => {
  await Promise.all(Array.from({ length: 40 }, () => tryWrong('ada')));
  expect(await signIn(world, { login: 'ada', password }, elsewhere)).toMatchObject({ ok: true });
});

test('wrong passwords for one account cost another one at the same address no time', async () => {
  await Promise.all(Array.from({ length: 40 }, () => tryWrong('ada')));
  expect(await tryWrong('eve')).toMatchObject({ reason: 'wrong' });
  expect(await signIn(world, { login: 'eve', password }, here)).toMatchObject({ ok: true });
});

/** What the browser of a user keeps after a sign-in. */
async function deviceOf(login: string): Promise<string> {
  const result = await signIn(world, { login, password }, elsewhere);
  if (!result.ok) throw new Error(result.reason);
  return withKnownDevice(world, undefined, result.value);
}

test('at the same address, a stranger cannot keep out who has a known device', async () => {
  const devices = await deviceOf('ada');
  await Promise.all(Array.from({ length: 40 }, () => tryWrong('ada')));
  expect(await signIn(world, { login: 'ada', password }, here)).toMatchObject({ reason: 'too-many' });
  expect(await signIn(world, { login: 'ada', password }, { ...here, devices })).toMatchObject({ ok: true });
});

test('a known device guesses no faster, and not as somebody else', async () => {
  const devices = await deviceOf('ada');
  const guess = (login: string) => signIn(world, { login, password: 'wrong' }, { ...here, devices });
  const own = await Promise.all(Array.from({ length: 40 }, () => guess('ada')));
  const others = await Promise.all(Array.from({ length: 40 }, () => guess('eve')));
  for (const answers of [own, others])
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'wrong')).toHaveLength(5);
});

test.each([
  { why: 'signing out everywhere', revoke: () => signOutEverywhere(world, ada) },
  { why: 'a changed password', revoke: () => changePassword(world, ada, { current: password, password }) },
])('$why makes every device unknown', async ({ revoke }) => {
  const devices = await deviceOf('ada');
  world.pass(1000);
  await revoke();
  await Promise.all(Array.from({ length: 40 }, () => tryWrong('ada')));
  expect(await signIn(world, { login: 'ada', password }, { ...here, devices })).toMatchObject({
    reason: 'too-many',
  });
});

test('hundreds of wrong passwords close no address: whoever knows the password comes in at once', async () => {
  for (let tries = 0; tries < 300; tries += 1)
    await reportFailure(world, undefined, here.address, () => undefined);
  expect(await signIn(world, { login: 'ada', password }, here)).toMatchObject({ ok: true });
  // From there, each account has one guess before it costs time.
  expect(await tryWrong('eve')).toMatchObject({ reason: 'wrong' });
  expect(await tryWrong('eve')).toMatchObject({ reason: 'too-many' });
}, 60_000);

test('a hundred pupils sign in behind one address at once, every other after a mistake', async () => {
  const people = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      addPerson(world, { userName: `pupil-${n}`, passwordHash: ada.passwordHash }),
    ),
  );
  const answers = await Promise.all(
    people.map(async ({ userName }, n) => {
      if (n % 2 === 0) await tryWrong(userName);
      return signIn(world, { login: userName, password }, here);
    }),
  );
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
}, 120_000);

test('only who knows the password learns that an account is disabled', async () => {
  await setDisabled(world.database.db, ada.id, world.now());
  expect(await tryWrong('ada')).toMatchObject({ reason: 'wrong' });
  expect(await signIn(world, { login: 'ada', password }, here)).toMatchObject({ reason: 'disabled' });
  await setDisabled(world.database.db, ada.id, null);
});

test('the form takes exactly one name and one password', () => {
  const form = new FormData();
  form.append('login', 'ada');
  expect(SignInForm.safeParse(formFields(form)).success).toBe(false);
  form.append('password', password);
  form.append('role', 'admin');
  expect(SignInForm.parse(formFields(form))).toEqual({ login: 'ada', password });
  form.append('login', 'bob');
  expect(SignInForm.safeParse(formFields(form)).success).toBe(false);
});
