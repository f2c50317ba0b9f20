import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readEnv, variableNames } from '#lib/server/host/env.ts';

const page = readFileSync('content/handbook/operator/configuration.mdx', 'utf8');
const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (.+?) \| (.+?) \|$/gm)].map(
  ([, name = '', given, example]) => ({
    name,
    given,
    example: /^`(.+)`$/.exec(example ?? '')?.[1],
  }),
);
/** Read where they are used: by the start, by the driver of PostgreSQL and by Node. */
const elsewhere = ['HOSTNAME', 'DATABASE_POOL', 'NODE_OPTIONS'];
/** Named in the text of PUBLIC_URL, which it stands for. */
const second = 'NEXTAUTH_URL';

test('the table of the handbook has every variable that is read, and no other', () => {
  const read = [...variableNames, ...elsewhere].filter((name) => name !== second);
  expect(rows.map(({ name }) => name).toSorted()).toEqual(read.toSorted());
  expect(page).toContain(`\`${second}\``);
});

test('each variable is explained below the table', () => {
  const explained = [...page.matchAll(/^\*\*([A-Z_, …]+?)\.?\*\*/gm)].flatMap(([, names = '']) =>
    names.split(', '),
  );
  for (const { name } of rows)
    expect(
      explained.some((one) => one === name || (one.endsWith('…') && name.startsWith(one.slice(0, -1)))),
    ).toBe(true);
});

test('the defaults are those of the code', () => {
  const said = Object.fromEntries(rows.map(({ name, given = '' }) => [name, given.replaceAll('`', '')]));
  const env = readEnv({});
  expect(env).toMatchObject({
    signUp: said.SIGN_UP,
    contentStore: said.CONTENT_STORE,
    testQuestions: Number(said.TEST_QUESTIONS),
    guests: said.GUESTS === '1',
    offline: said.OFFLINE === '1',
    trustProxy: said.TRUST_PROXY === '1',
    demo: said.SUREFOOT_DEMO === '1',
    publicUrl: `http://localhost:${said.PORT}`,
  });
  expect(env.dataDir.endsWith(`/${said.DATA_DIR}`)).toBe(true);
  expect(env.contentDir.endsWith(`/${said.CONTENT_DIR}`)).toBe(true);
  expect(readEnv({ ...oidc, OIDC_NAME: '' }).oidc?.name).toBe(said.OIDC_NAME);
});

const oidc = {
  PUBLIC_URL: 'https://learn.school.example',
  OIDC_ISSUER: 'https://login.school.example',
  OIDC_CLIENT_ID: 'surefoot',
  OIDC_CLIENT_SECRET: 'a secret',
};

test('the examples are accepted', () => {
  const examples = rows.flatMap(({ name, example }) =>
    example !== undefined && variableNames.includes(name) ? [[name, example] as const] : [],
  );
  expect(examples.length).toBeGreaterThan(10);
  expect(() => readEnv({ ...oidc, ...Object.fromEntries(examples) })).not.toThrow();
});
