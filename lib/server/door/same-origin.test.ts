import { expect, test } from 'vitest';
import { isOwnLink, isSameOrigin } from './same-origin.ts';

const home = 'https://learn.example';
const host = 'learn.example';

test.each([
  { headers: { host, 'sec-fetch-site': 'same-origin' }, own: true, why: 'our own page' },
  { headers: { host, origin: home }, own: true, why: 'our own page in a browser without fetch metadata' },
  { headers: { host: '10.0.0.5:3000', origin: home }, own: true, why: 'our public address behind a proxy' },
  {
    headers: { host: '10.0.0.5:3000', origin: 'http://10.0.0.5:3000' },
    own: true,
    why: 'the address it was opened at',
  },
  { headers: { host, 'sec-fetch-site': 'cross-site', origin: home }, own: false, why: 'another site' },
  { headers: { host, 'sec-fetch-site': 'same-site' }, own: false, why: 'a neighbour under the same domain' },
  {
    headers: { host, 'sec-fetch-site': 'none' },
    own: false,
    why: 'a form is never typed into the address bar',
  },
  { headers: { host, origin: 'https://evil.example' }, own: false, why: 'a foreign origin' },
  { headers: { host, origin: 'null' }, own: false, why: 'a sandboxed frame' },
  { headers: { host }, own: false, why: 'nothing said' },
])('$why: $own', ({ headers, own }) => expect(isSameOrigin(new Headers(headers), home)).toBe(own));

test.each([
  { headers: { host, 'sec-fetch-site': 'same-origin' }, own: true, why: 'a link on our page' },
  { headers: { host, referer: `${home}/signin` }, own: true, why: 'the same without fetch metadata' },
  {
    headers: { host, 'sec-fetch-site': 'cross-site', referer: `${home}/signin` },
    own: false,
    why: 'a foreign link',
  },
  { headers: { host, referer: 'https://evil.example/' }, own: false, why: 'a foreign page' },
  { headers: { host }, own: false, why: 'nothing said' },
])('$why is our own link: $own', ({ headers, own }) =>
  expect(isOwnLink(new Headers(headers), home)).toBe(own),
);
