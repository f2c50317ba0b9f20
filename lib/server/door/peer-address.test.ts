import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { addressOf, forwardSocketAddress } from './peer-address.ts';

const from = (value: string | null) =>
  addressOf(new Headers(value === null ? {} : { 'x-forwarded-for': value }));

test.each([
  { header: '203.0.113.7', address: '203.0.113.7', why: 'one address is itself' },
  {
    header: '198.51.100.1, 203.0.113.7',
    address: '203.0.113.7',
    why: 'what the visitor claims comes first and is not believed',
  },
  { header: '::ffff:203.0.113.7', address: '203.0.113.7', why: 'IPv4 within IPv6 is IPv4' },
  { header: '2001:db8:1:2:a:b:c:d', address: '2001:db8:1:2::/64', why: 'IPv6 counts by household' },
  { header: '2001:db8::1', address: '2001:db8:0:0::/64', why: 'shortened zeros are spelled out' },
  { header: '::1', address: '0:0:0:0::/64', why: 'this machine has an address too' },
  { header: null, address: 'unknown', why: 'no header, no address' },
])('$why', ({ header, address }) => expect(from(header)).toBe(address));

test('a forged header is replaced by the address of the socket', async () => {
  forwardSocketAddress();
  const server = createServer((request, response) =>
    response.end(String(request.headers['x-forwarded-for'])),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const seen = await fetch(`http://127.0.0.1:${port}`, { headers: { 'x-forwarded-for': '203.0.113.7' } });
  expect(await seen.text()).toBe('127.0.0.1');
  server.close();
});
