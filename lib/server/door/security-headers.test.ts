import { createServer, request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '#lib/cli/serve/free-port.ts';
import { fixedHeaders, pagePolicy, policyOf, sendSecurityHeaders } from './security-headers.mjs';

const directives = (policy: string): Map<string, readonly string[]> =>
  new Map(
    policy.split('; ').map((text) => {
      const [name = '', ...sources] = text.split(' ');
      return [name, sources];
    }),
  );

test('a page runs scripts with its nonce only, and those that they add', () => {
  const policy = directives(pagePolicy('abc', false));
  const [nonce, theme, ...others] = policy.get('script-src') ?? [];
  expect(nonce).toBe("'nonce-abc'");
  expect(theme).toMatch(/^'sha256-[A-Za-z0-9+/]{43}='$/);
  expect(others).toEqual(["'strict-dynamic'"]);
  expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
  expect(policy.get('style-src')).toEqual(["'self'", "'nonce-abc'"]);
});

test('in development React may use eval and Next may add markup', () => {
  const policy = directives(pagePolicy('abc', true));
  expect(policy.get('script-src')).toContain("'unsafe-eval'");
  expect(policy.get('script-src')).not.toContain("'unsafe-inline'");
  expect(policy.get('require-trusted-types-for')).toBeUndefined();
});

test.each([
  { url: '/', headers: {}, is: 'page' },
  { url: '/tracks/mlops/reproducibility?x=/runtime/', headers: {}, is: 'page' },
  { url: '/api/health', headers: {}, is: 'page' },
  { url: '/_next/static/chunks/a.js', headers: {}, is: 'nothing' },
  { url: '/today', headers: { rsc: '1' }, is: 'nothing' },
  { url: '/runtime/0/browser-worker.mjs', headers: {}, is: 'worker' },
])('the policy of $url is that of a $is', ({ url, headers, is }) => {
  const scripts = directives(policyOf({ url, headers }, false)).get('script-src');
  if (is === 'nothing') expect(scripts).toBeUndefined();
  else if (is === 'worker') expect(scripts).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  else expect(scripts?.[0]).toMatch(/^'nonce-[\w-]{22}'$/);
});

test.each([
  ['/author/mlops/reproducibility/preview/try', "'self'"],
  ['/author/mlops/reproducibility/preview/test?key=a', "'self'"],
  ['/author/mlops/reproducibility/preview', "'none'"],
  ['/author/mlops/reproducibility/preview/try/more', "'none'"],
  ['/author/mlops/reproducibility', "'none'"],
  ['/x?y=/author/mlops/reproducibility/preview/try', "'none'"],
])('%s may be framed by %s', (url, by) =>
  expect(directives(policyOf({ url, headers: {} }, false)).get('frame-ancestors')).toEqual([by]),
);

test('no two replies have the same nonce', () => {
  const policies = Array.from({ length: 1000 }, () => policyOf({ url: '/', headers: {} }, false));
  expect(new Set(policies).size).toBe(1000);
});

test.each([
  { env: { PUBLIC_URL: 'https://learn.school.example' }, has: 'max-age=31536000' },
  { env: { NEXTAUTH_URL: 'https://learn.school.example' }, has: 'max-age=31536000' },
  { env: { PUBLIC_URL: 'http://localhost:3000' }, has: undefined },
  { env: { PUBLIC_URL: 'http://school.example', NEXTAUTH_URL: 'https://school.example' }, has: undefined },
  { env: {}, has: undefined },
])('with $env browsers are told to come by https: $has', ({ env, has }) =>
  expect(fixedHeaders(env)['Strict-Transport-Security']).toBe(has),
);

test('a policy that a visitor sends is replaced, and the reply carries the same one', async () => {
  onTestFinished(sendSecurityHeaders());
  const server = createServer((asked, reply) => reply.end(asked.headers['content-security-policy']));
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const headers = { 'Content-Security-Policy': "script-src 'nonce-of-a-visitor'" };
  const { policy, body } = await new Promise<{ policy: unknown; body: string }>((done) => {
    request({ port, host: '127.0.0.1', headers }, (reply) => {
      let text = '';
      reply.on('data', (part) => (text += part));
      reply.on('end', () => done({ policy: reply.headers['content-security-policy'], body: text }));
    }).end();
  });
  server.close();
  expect(body).toBe(policy);
  expect(body).toMatch(/script-src 'nonce-[\w-]{22}'/);
  expect(body).not.toContain('visitor');
});
