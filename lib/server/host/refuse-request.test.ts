import { describe, expect, test } from 'vitest';
import { refusalOf } from './refuse-request.mjs';

const school = { publicUrl: 'https://learn.school.example', trustProxy: false };
const behindProxy = { ...school, trustProxy: true };
const demo = { publicUrl: 'http://localhost:3000', trustProxy: false };

interface Asked {
  readonly site?: typeof school;
  readonly host?: string;
  readonly forwarded?: string;
  readonly path?: string;
  readonly isFromThisMachine?: boolean;
}

function statusOf({ site = school, host, forwarded, path = '/today', isFromThisMachine = false }: Asked) {
  const headers = {
    ...(host === undefined ? {} : { host }),
    ...(forwarded === undefined ? {} : { 'x-forwarded-host': forwarded }),
  };
  return refusalOf({ method: 'GET', url: path, headers, isFromThisMachine }, site)?.status ?? null;
}

describe('only requests for our own name are answered', () => {
  test.each([
    { asked: { host: 'learn.school.example' }, status: null, why: 'the name of PUBLIC_URL' },
    { asked: { host: 'LEARN.school.example:443' }, status: null, why: 'its spelling and port do not count' },
    { asked: { host: 'evil.example' }, status: 421, why: 'a name that somebody else points here' },
    {
      asked: { host: 'learn.school.example.evil.example' },
      status: 421,
      why: 'a name that begins like ours',
    },
    { asked: { host: 'learn.school.example@evil.example' }, status: 421, why: 'a name hidden behind ours' },
    { asked: { host: 'learn.school.example#evil.example' }, status: 421, why: 'one behind a fragment' },
    { asked: { host: 'learn.school.example?evil.example' }, status: 421, why: 'one behind a query' },
    { asked: { host: 'evil@learn.school.example' }, status: 421, why: 'a user in front of ours' },
    { asked: { host: '203.0.113.7' }, status: 421, why: 'the bare address' },
    { asked: {}, status: 421, why: 'no name' },
    { asked: { host: 'a b' }, status: 421, why: 'a name that is none' },
    { asked: { host: 'localhost:3000' }, status: 421, why: 'the name of the visitor’s own machine' },
    {
      asked: { host: 'localhost:3000', isFromThisMachine: true },
      status: null,
      why: 'this machine by its name',
    },
    {
      asked: { host: '127.0.0.1:3000', isFromThisMachine: true },
      status: null,
      why: 'this machine by its address',
    },
    {
      asked: { host: 'evil.example', isFromThisMachine: true },
      status: 421,
      why: 'a foreign name from this machine',
    },
    {
      asked: { host: '10.0.0.7:3000', path: '/api/health' },
      status: null,
      why: 'a load balancer that asks for health',
    },
    { asked: { host: '10.0.0.7', path: '/api/health?x=1' }, status: null, why: 'the same with a query' },
    { asked: { host: '10.0.0.7', path: '/api/healthy' }, status: 421, why: 'what only begins like it' },
    {
      asked: { host: 'evil.example', forwarded: 'learn.school.example' },
      status: 421,
      why: 'a header that anybody can send',
    },
    {
      asked: { site: behindProxy, host: 'app:3000', forwarded: 'learn.school.example' },
      status: null,
      why: 'what a trusted proxy was asked for',
    },
    {
      asked: { site: behindProxy, host: 'app:3000', forwarded: 'evil.example' },
      status: 421,
      why: 'a foreign name at the proxy',
    },
    {
      asked: { site: behindProxy, host: 'learn.school.example' },
      status: null,
      why: 'a proxy that keeps the name',
    },
    { asked: { site: demo, host: 'localhost:3000', isFromThisMachine: true }, status: null, why: 'the demo' },
    {
      asked: { site: demo, host: 'evil.example:3000', isFromThisMachine: true },
      status: 421,
      why: 'DNS rebinding of the demo',
    },
    { asked: { site: demo, host: 'localhost:8080' }, status: null, why: 'the demo in a container' },
  ])('$why: $status', ({ asked, status }) => expect(statusOf(asked)).toBe(status));
});

const form = { origin: school.publicUrl, 'content-type': 'multipart/form-data; boundary=x' };

test.each([
  { path: '/teach/%00', status: 400 },
  { path: '/join?code=a%00', status: 400 },
  { path: '/help?q=%2500', status: null },
])('NUL stands in no address: $path', ({ path, status }) =>
  expect(statusOf({ host: 'learn.school.example', path })).toBe(status),
);

test.each([
  { why: 'a form of a page', headers: form, status: null },
  {
    why: 'a form without an origin, which its action refuses',
    headers: { ...form, origin: undefined },
    status: null,
  },
  {
    why: 'arguments of an action',
    headers: { 'content-type': 'text/plain', 'next-action': '7f' },
    status: null,
  },
  { why: 'plain text that is no action', headers: { 'content-type': 'text/plain' }, status: 415 },
  {
    why: 'a form of another kind',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 415,
  },
  { why: 'no boundary', headers: { ...form, 'content-type': 'multipart/form-data' }, status: 415 },
  { why: 'another site', headers: { ...form, origin: 'https://evil.example' }, status: 403 },
  {
    why: 'our name without encryption',
    headers: { ...form, origin: 'http://learn.school.example.evil' },
    status: 403,
  },
  { why: 'a page without an origin', headers: { ...form, origin: 'null' }, status: 403 },
  { why: 'the longest form', headers: { ...form, 'content-length': '262144' }, status: null },
  { why: 'a longer one', headers: { ...form, 'content-length': '262145' }, status: 413 },
])('of forms: $why', ({ headers, status }) => {
  const request = {
    method: 'POST',
    url: '/signin',
    headers: { host: 'learn.school.example', ...headers },
    isFromThisMachine: false,
  };
  expect(refusalOf(request, school)?.status ?? null).toBe(status);
});
