import { beforeEach, expect, test } from 'vitest';
import { forgetFailures } from '#db/sign-in-failures.ts';
import { setDisabled } from '#db/users.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { formFields } from './form-values.ts';
import { hashPassword } from './password-hash.ts';
import { SignInForm, signIn } from './sign-in.ts';
import { throttleWindowMs } from './throttle.ts';

const world = testWorld(await testDatabase());
const password = 'kettle moon ladder';
const here = { address: '203.0.113.7' };
const ada = await addPerson(world, {
  userName: 'ada',
  email: 'ada@school.example',
  passwordHash: await hashPassword(password),
});
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

test.each(['ada', 'nobody'])(
  'ten wrong passwords close an account for a quarter of an hour: %s',
  async (login) => {
    for (let tries = 0; tries < 10; tries += 1)
      expect(await tryWrong(login)).toMatchObject({ reason: 'wrong' });
    expect(await signIn(world, { login, password }, { address: '198.51.100.1' })).toMatchObject({
      reason: 'too-many',
    });
    world.pass(throttleWindowMs);
    expect(await signIn(world, { login, password }, here)).toMatchObject(
      login === 'ada' ? { ok: true } : { reason: 'wrong' },
    );
  },
);

test('a hundred tries at once get no more than ten', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => tryWrong('ada')));
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'wrong')).toHaveLength(10);
});

test('a hundred wrong passwords close an address, whatever the names, and no other address', async () => {
  for (let tries = 0; tries < 100; tries += 10) {
    await Promise.all(Array.from({ length: 10 }, (_, i) => tryWrong(`guess-${tries + i}`)));
  }
  expect(await signIn(world, { login: 'ada', password }, here)).toMatchObject({ reason: 'too-many' });
  expect(await signIn(world, { login: 'ada', password }, { address: '198.51.100.2' })).toMatchObject({
    ok: true,
  });
}, 60_000);

test('a whole class that signs in behind one address stays welcome', async () => {
  for (let people = 0; people < 120; people += 1) {
    expect(await signIn(world, { login: 'ada', password }, here)).toMatchObject({ ok: true });
  }
}, 60_000);

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
