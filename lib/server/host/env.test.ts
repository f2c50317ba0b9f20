import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

test('with nothing set a school starts on SQLite, by class code, without single sign-on', () => {
  const env = readEnv({});
  expect(env).toMatchObject({ signUp: 'code', oidc: null, demo: false, publicUrl: 'http://localhost:3000' });
});

test.each([
  { given: {}, guests: true },
  { given: { GUESTS: '1' }, guests: true },
  { given: { GUESTS: '0' }, guests: false },
])('guests may answer unless they are turned off: $given', ({ given, guests }) => {
  expect(readEnv(given).guests).toBe(guests);
});

test('an empty variable counts as left out', () => {
  expect(readEnv({ SIGN_UP: '', DATABASE_URL: ' ', OIDC_ISSUER: '' })).toMatchObject({
    signUp: 'code',
    oidc: null,
  });
});

test.each([
  { given: { SIGN_UP: 'opn' }, says: 'SIGN_UP is none of open, code, closed. Write open, code or closed.' },
  {
    given: { AUTH_SECRET: 'short' },
    says: /^AUTH_SECRET is shorter than 32 characters\. Write the output of/,
  },
  { given: { DATABASE_URL: 'mysql://u:hunter2@h/d' }, says: /^DATABASE_URL is not an address of a database/ },
  { given: { PUBLIC_URL: 'learn.example' }, says: /^PUBLIC_URL is not a web address/ },
  { given: { PUBLIC_URL: 'https://learn.example/app' }, says: /^PUBLIC_URL has a path/ },
  { given: { GUESTS: 'off' }, says: /^GUESTS is neither 1 nor 0\. Write 0 to let only people/ },
  { given: { SUREFOOT_DEMO: 'yes' }, says: /^SUREFOOT_DEMO is neither 1 nor 0/ },
  { given: { OIDC_ISSUER: 'https://id.example' }, says: /^OIDC_CLIENT_ID is missing/ },
  { given: { OIDC_ISSUER: 'http://id.example' }, says: /^OIDC_ISSUER is not https/ },
  {
    given: { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' },
    says: /^PUBLIC_URL is missing/,
  },
])('says what to write instead of $given', ({ given, says }) => expect(() => readEnv(given)).toThrow(says));

test('a complaint never repeats a value', () => {
  const secret = 'hunter2';
  expect(() => readEnv({ AUTH_SECRET: secret, DATABASE_URL: `mysql://u:${secret}@h/d` })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining(secret) }),
  );
});

test('a sign-in service on this machine may speak http', () => {
  const env = readEnv({
    OIDC_ISSUER: 'http://127.0.0.1:4000/',
    OIDC_CLIENT_ID: 'surefoot',
    OIDC_CLIENT_SECRET: 'secret',
    PUBLIC_URL: 'http://127.0.0.1:3000',
  });
  expect(env.oidc).toMatchObject({ issuer: 'http://127.0.0.1:4000', name: 'your school' });
});
