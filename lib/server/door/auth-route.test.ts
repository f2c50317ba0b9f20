import { expect, test } from 'vitest';
import { readEnv } from '#lib/server/host/env.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { sessionCookie } from './auth-options.ts';
import { answerAuth } from './auth-route.ts';
import { hashPassword } from './password-hash.ts';
import { mintToken, newSession, userOfToken } from './session-token.ts';

const world = testWorld(await testDatabase());
const env = readEnv({ PUBLIC_URL: 'https://learn.example' });
const password = 'kettle moon ladder';
const ada = await addPerson(world, { userName: 'ada', passwordHash: await hashPassword(password) });
const { name, options } = sessionCookie(env);

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Record<string, string>;
}

function ask(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Response> {
  const request = new Request(`https://learn.example/api/auth/${path}`, {
    method,
    headers: { host: 'learn.example', ...headers },
    ...(body ? { body: new URLSearchParams(body) } : {}),
  });
  return answerAuth(world, env, request);
}

const own = { origin: 'https://learn.example' };
const token = () => mintToken(world.secret, newSession(ada, world.now()));

test('over https the cookie is bound to this host and to encrypted connections', () => {
  expect(name).toBe('__Host-surefoot.session');
  expect(options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
});

test('signing out takes the cookie and what the browser kept', async () => {
  const answer = await ask('leave', {
    method: 'POST',
    headers: { ...own, cookie: `${name}=${await token()}` },
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/signin?told=signed-out']);
  expect(answer.headers.get('set-cookie')).toContain(
    `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure`,
  );
  expect(answer.headers.get('clear-site-data')).toContain('"cache"');
});

test('signing out everywhere ends the other devices', async () => {
  const elsewhere = await token();
  const cookie = `${name}=${await token()}`;
  await ask('leave', { method: 'POST', headers: { ...own, cookie }, body: { everywhere: '1' } });
  expect(await userOfToken(world, elsewhere)).toBeNull();
});

test.each([
  { why: 'a link', sent: {} },
  { why: 'another site', sent: { method: 'POST', headers: { origin: 'https://evil.example' } } },
  { why: 'nobody knows who', sent: { method: 'POST' } },
])('$why does not sign anybody out', async ({ sent }) => {
  const answer = await ask('leave', sent);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.headers.has('set-cookie')).toBe(false);
});

async function csrf(): Promise<{ csrfToken: string; cookie: string }> {
  const answer = await ask('csrf');
  const { csrfToken }: { csrfToken: string } = await answer.json();
  return {
    csrfToken,
    cookie: answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  };
}

test("a program may sign in by next-auth's protocol, with its token", async () => {
  const { csrfToken, cookie } = await csrf();
  const body = { csrfToken, login: 'ada', password, json: 'true' };
  const answer = await ask('callback/credentials', { method: 'POST', headers: { cookie }, body });
  const line = answer.headers.getSetCookie().find((set) => set.startsWith(name));
  const minted = line?.slice(name.length + 1, line.indexOf(';'));
  expect(await userOfToken(world, minted)).toMatchObject({ userName: 'ada' });
});

test.each([
  { why: 'a wrong password', change: { password: 'wrong' } },
  { why: 'a forged token', change: { csrfToken: 'forged' } },
])('$why opens nothing there either', async ({ change }) => {
  const { csrfToken, cookie } = await csrf();
  const body = { csrfToken, login: 'ada', password, ...change };
  const answer = await ask('callback/credentials', { method: 'POST', headers: { cookie }, body });
  expect(answer.headers.getSetCookie().some((set) => set.startsWith(name))).toBe(false);
});

test('a session that was ended is cleared when it is asked for', async () => {
  const old = await token();
  world.pass(1000);
  await ask('leave', {
    method: 'POST',
    headers: { ...own, cookie: `${name}=${await token()}` },
    body: { everywhere: '1' },
  });
  const answer = await ask('session', { headers: { cookie: `${name}=${old}` } });
  expect(await answer.json()).toEqual({});
  expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
});

test.each(['%', '%E0%A4%A', 'a'.repeat(8192), '=', ';;;'])(
  'a broken cookie is nobody and no crash: %#',
  async (value) => {
    const answer = await ask('session', { headers: { cookie: `${name}=${value}` } });
    expect([answer.status, await answer.json()]).toEqual([200, {}]);
  },
);

test.each(['csrf', 'session', 'signin'])(
  'a broken callback address is no fault of the server: %s',
  async (path) => {
    expect((await ask(`${path}?callbackUrl=nowhere`)).status).toBe(400);
    const cookie = '__Secure-next-auth.callback-url=javascript:alert(1)';
    expect((await ask(path, { headers: { cookie } })).status).toBeLessThan(400);
  },
);

test('a body longer than any form of ours counts as nothing sent', async () => {
  const cookie = `${name}=${await token()}`;
  const body = { everywhere: '1', padding: 'x'.repeat(20_000) };
  const answer = await ask('leave', { method: 'POST', headers: { ...own, cookie }, body });
  expect(answer.headers.get('location')).toBe('/signin?told=signed-out');
});
