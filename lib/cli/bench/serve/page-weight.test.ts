import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { namedFiles, weighPage } from './page-weight.ts';

const html = `<!DOCTYPE html><html><head>
<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>
<link rel="stylesheet" href="/_next/static/chunks/style.css?dpl=1" data-precedence="next"/>
<link rel="preload" as="font" href="/_next/static/media/text.woff2" crossorigin=""/>
<script src="/_next/static/chunks/a.js" async=""></script>
<script src="/_next/static/chunks/old.js" noModule=""></script></head>
<body><p>Read about /_next/image and <a href="/help">static</a></p>
<script>self.__next_f.push([1,"7:I[93,[\\"/_next/static/chunks/a.js\\",\\"/_next/static/chunks/form.js\\"],\\"Form\\"]\\n"])</script>
</body></html>`;

test('files of tags and of flight data are found, each once, without scripts for old browsers', () => {
  expect(namedFiles(html)).toEqual({
    scripts: ['/_next/static/chunks/a.js', '/_next/static/chunks/form.js'],
    styles: ['/_next/static/chunks/style.css'],
    others: ['/_next/static/media/text.woff2'],
  });
});

test('a page without files names none', () => {
  expect(namedFiles('<p>Closed</p>')).toEqual({ scripts: [], styles: [], others: [] });
});

test('a page weighs what was sent, compressed where it was compressed', async () => {
  const page = gzipSync(html);
  const sizes = new Map([
    ['/_next/static/chunks/a.js', 3_000],
    ['/_next/static/chunks/form.js', 500],
    ['/_next/static/chunks/style.css', 1_200],
  ]);
  const server = createServer(({ url = '' }, reply) => {
    const size = sizes.get(url);
    reply.statusCode = url === '/lesson' || size !== undefined ? 200 : 404;
    reply.end(url === '/lesson' ? page : Buffer.alloc(size ?? 0));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const weigh = (path: string) => weighPage(port, { method: 'GET', path, headers: {} });
  try {
    // 3,000 + 500 bytes of scripts; the document, two scripts, one style and one font are five requests.
    const weight = {
      path: '/lesson',
      htmlKb: page.length / 1000,
      jsKbGzip: 3.5,
      cssKbGzip: 1.2,
      requests: 5,
    };
    expect(await weigh('/lesson')).toEqual(weight);
    await expect(weigh('/none')).rejects.toThrow('/none answers with status 404');
  } finally {
    server.close();
  }
});
