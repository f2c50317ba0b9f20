import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { answerParserErrors } from './parser-replies.mjs';

const stop = answerParserErrors();
afterAll(stop);

async function replyTo(request: string): Promise<string> {
  const server = createServer((_request, response) => response.end('a page'));
  onTestFinished(() => void server.close());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return new Promise((resolve) => {
    let reply = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(request));
    socket.on('data', (data) => (reply += data.toString())).once('close', () => resolve(reply));
  });
}

test.each([
  { request: 'no request at all\r\n\r\n', status: '400 Bad Request' },
  {
    request: `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
    status: '431 Request Header Fields Too Large',
  },
  {
    request: 'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    status: '400 Bad Request',
  },
  {
    request: 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n',
    status: '405 Method Not Allowed',
  },
])('the reply "$status" has the headers of security', async ({ request, status }) => {
  const reply = await replyTo(request);
  expect(reply.split('\r\n')[0]).toBe(`HTTP/1.1 ${status}`);
  for (const header of [
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options: nosniff',
    'X-Frame-Options: DENY',
    'Referrer-Policy: same-origin',
    'Cross-Origin-Resource-Policy: same-origin',
    'Cache-Control: no-store',
    'Connection: close',
  ])
    expect(reply).toContain(`\r\n${header}\r\n`);
});

test('a request is answered as ever', async () => {
  expect(await replyTo('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 200 OK\r\n.*a page/s,
  );
});
