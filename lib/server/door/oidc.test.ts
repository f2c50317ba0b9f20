import { createServer, type IncomingMessage } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { findIdentity } from '#db/identities.ts';
import { findUserById, setDisabled } from '#db/users.ts';
import { readEnv } from '#lib/server/host/env.ts';
import { Browser, type Page } from '#tests/oidc/browser.ts';
import { listen } from '#tests/oidc/listen.ts';
import { startSignInService } from '#tests/oidc/sign-in-service.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { sessionCookie } from './auth-options.ts';
import { answerAuth } from './auth-route.ts';
import { startOidc } from './call-next-auth.ts';
import { mintToken, newSession, userOfToken } from './session-token.ts';

const world = testWorld(await testDatabase());
const { db } = world.database;

const server = createServer();
const app = await listen(server);
const service = await startSignInService(app.origin, {
  grace: {
    name: 'Grace Hopper',
    preferred_username: 'Grace.H',
    email: 'grace@school.example',
    email_verified: true,
    zoneinfo: 'America/New_York',
  },
  alan: { name: 'Alan' },
  mary: { name: 'Mary', email: 'mary@school.example', email_verified: true },
});
afterAll(async () => {
  await app.close();
  await service.close();
});

const env = readEnv({
  PUBLIC_URL: app.origin,
  OIDC_ISSUER: service.issuer,
  OIDC_CLIENT_ID: service.clientId,
  OIDC_CLIENT_SECRET: service.clientSecret,
});
const cookieName = sessionCookie(env).name;

// The app as far as signing in goes: the routes of next-auth, and a plain page for all else.
server.on('request', async (request, response) => {
  const answer = await answerAs(request);
  response.writeHead(answer.status, [...answer.headers].flat());
  response.end(await answer.text());
});

async function answerAs(request: IncomingMessage): Promise<Response> {
  const url = new URL(request.url ?? '/', app.origin);
  if (!url.pathname.startsWith('/api/auth/')) return new Response('a page');
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return answerAuth(world, env, new Request(url, { headers, method: request.method ?? 'GET' }));
}

const signInPage = `${app.origin}/signin`;
const button = `${app.origin}/api/auth/begin?next=/today`;

async function signInAs(name: string, browser = new Browser()): Promise<{ browser: Browser; page: Page }> {
  let page = await browser.get(button, signInPage);
  if (page.url.startsWith(service.issuer))
    page = await browser.submit(page, { login: name, password: 'any' });
  if (page.url.startsWith(service.issuer)) page = await browser.submit(page, {});
  return { browser, page };
}

const userIn = (browser: Browser) => userOfToken(world, browser.jar(app.origin).get(cookieName));

test('a first visit makes a student, with what the service tells, and leads back', async () => {
  const { browser, page } = await signInAs('grace');
  expect(page.url).toBe(`${app.origin}/today`);
  expect(await userIn(browser)).toMatchObject({
    userName: 'grace.h',
    displayName: 'Grace Hopper',
    role: 'student',
    timeZone: 'America/New_York',
  });
});

test('the second visit is the same person, whose name here stays as it was', async () => {
  const first = await userIn((await signInAs('grace')).browser);
  const second = await userIn((await signInAs('grace')).browser);
  expect(second?.id).toBe(first?.id);
});

test('a planted session is replaced', async () => {
  const mallory = await addPerson(world, { userName: 'mallory' });
  const browser = new Browser();
  const planted = await mintToken(world.secret, newSession(mallory, world.now()));
  browser.jar(app.origin).set(cookieName, planted);
  await signInAs('alan', browser);
  expect(browser.jar(app.origin).get(cookieName)).not.toBe(planted);
  expect(await userIn(browser)).toMatchObject({ displayName: 'Alan', role: 'student' });
});

test('a verified e-mail does not open the account of somebody with a password', async () => {
  const teacher = await addPerson(world, {
    userName: 'mary',
    email: 'mary@school.example',
    passwordHash: 'x',
    role: 'teacher',
  });
  const user = await userIn((await signInAs('mary')).browser);
  expect(user).toMatchObject({ role: 'student', userName: 'mary-2' });
  expect(user?.id).not.toBe(teacher.id);
});

test('a disabled person is sent back to the sign-in page without a session', async () => {
  const { browser } = await signInAs('alan');
  const user = await userIn(browser);
  await setDisabled(db, user?.id ?? '', world.now());
  const again = await signInAs('alan');
  expect(again.page.url).toBe(`${app.origin}/signin?error=disabled`);
  expect(again.browser.jar(app.origin).has(cookieName)).toBe(false);
});

test('an answer that this browser did not ask for is refused: no state, a forged state, a refusal', async () => {
  const stranger = new Browser();
  const waiting = new Browser();
  await waiting.get(button, signInPage);
  for (const browser of [stranger, waiting]) {
    for (const query of ['code=abc', 'code=abc&state=forged', 'error=access_denied&state=forged']) {
      const page = await browser.get(`${app.origin}/api/auth/callback/oidc?${query}`);
      expect(new URL(page.url).searchParams.get('error')).toMatch(/^(OAuth)?Callback$/);
      expect(browser.jar(app.origin).has(cookieName)).toBe(false);
    }
  }
});

test('the way to the service carries a state, a nonce and a challenge, and its cookies are not readable by scripts', async () => {
  const { headers, cookies } = await startOidc(world, env, '/today', { address: 'here' });
  const asked = new URL(headers.get('location') ?? '').searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{20,}$/);
  for (const line of cookies) expect(line).toMatch(/HttpOnly/);
});

test('a return to another site is not followed', async () => {
  const { cookies } = await startOidc(world, env, 'https://evil.example/', { address: 'here' });
  expect(cookies.join('\n')).not.toContain('evil.example');
});

test('only our own pages lead to the service', async () => {
  for (const referer of [undefined, 'https://evil.example/']) {
    expect((await new Browser().get(button, referer)).url).toBe(signInPage);
  }
});

test('the token holds an id and a time, nothing of the service', async () => {
  const { browser } = await signInAs('grace');
  const session = await browser.get(`${app.origin}/api/auth/session`);
  expect(JSON.parse(session.html)).toEqual({ user: {}, expires: expect.any(String) });
  const identity = await findIdentity(db, 'oidc', 'grace');
  expect(await findUserById(db, identity?.userId ?? '')).toMatchObject({
    email: 'grace@school.example',
    passwordHash: null,
  });
});

test("next-auth's own pages and its log are out of reach", async () => {
  for (const path of ['_log', 'verify-request', '', '__proto__']) {
    expect((await new Browser().get(`${app.origin}/api/auth/${path}`)).status).toBe(404);
  }
});
