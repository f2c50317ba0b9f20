import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';

/** A server that fails as Next does: before a form has reached its action, and in the action. */
const program = `
import { createServer } from 'node:http';
const { currentRequest } = await import(process.env.CURRENT_REQUEST);
createServer(async (request, response) => {
  await new Promise(setImmediate);
  const { pathname } = new URL(request.url, 'http://localhost');
  const current = currentRequest();
  if (pathname === '/refuses') { current.hasReachedAction = true; current.refusalStatus = 429; current.retryAfterSeconds = 7; return response.end('wait'); }
  if (pathname === '/hides') { current.refusalStatus = 401; return response.end('sign in'); }
  if (pathname === '/fails') current.hasReachedAction = true;
  if (pathname.startsWith('/unread')) {
    console.error(new Error('Failed query', { cause: Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' }) }));
    response.setHeader('Content-Encoding', 'gzip');
    if (pathname.endsWith('head')) response.writeHead(500);
    else response.statusCode = 500;
    response.write('<!DOCTYPE html><html id="__next_error__">');
    return response.end('</html>');
  }
  if (pathname !== '/page') console.error(pathname);
  response.statusCode = 500;
  if (pathname.endsWith('-with-length')) response.setHeader('Content-Length', 21);
  response.end('Internal Server Error');
}).listen(0, '127.0.0.1', function () { console.log(this.address().port); });
`;

async function serve() {
  const file = (name: string) => new URL(name, import.meta.url).href;
  const child = spawn(
    process.execPath,
    [`--import=${file('./guard-requests.mjs')}`, '--input-type=module', '-e', program],
    {
      env: { ...process.env, PUBLIC_URL: 'http://localhost', CURRENT_REQUEST: file('./current-request.mjs') },
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  child.stderr.on('data', (data: Buffer) => (log += data.toString()));
  const [line] = await once(child.stdout, 'data');
  const ask = async (method: 'GET' | 'POST', path: string, headers = {}) => {
    const body = method === 'POST' ? { body: new FormData() } : {};
    const response = await fetch(`http://127.0.0.1:${Number(String(line))}${path}`, {
      method,
      headers,
      ...body,
    });
    const wait = response.headers.get('retry-after');
    return { status: response.status, text: await response.text(), ...(wait ? { wait } : {}) };
  };
  return { ask, log: () => log };
}

test('only what the request is at fault for is a refusal', async () => {
  const { ask, log } = await serve();
  expect(await ask('POST', '/malformed')).toEqual({
    status: 400,
    text: 'This request is not well formed.\n',
  });
  expect(await ask('POST', '/malformed-with-length')).toEqual({
    status: 400,
    text: 'This request is not well formed.\n',
  });
  expect(await ask('POST', '/fails')).toEqual({ status: 500, text: 'Internal Server Error' });
  expect(await ask('GET', '/fails-too')).toEqual({ status: 500, text: 'Internal Server Error' });
  expect(await ask('GET', '/page')).toEqual({ status: 500, text: 'Internal Server Error' });
  expect(await ask('POST', '/refuses')).toEqual({ status: 429, text: 'wait', wait: '7' });
  expect((await ask('GET', '/hides')).status).toBe(401);
  expect((await ask('GET', '/hides', { rsc: '1' })).status).toBe(200);
  expect((await ask('GET', '/%ff')).status).toBe(400);
  await expect
    .poll(() => log().split('\n').filter(Boolean))
    .toEqual([
      'refused 400 POST /malformed: /malformed',
      'refused 400 POST /malformed-with-length: /malformed-with-length',
      '/fails',
      '/fails-too',
      'refused 400 GET /%ff: This address is not well formed.',
    ]);
});

test('a page that could not be read says so with status 503, and the log has a line without a stack', async () => {
  const { ask, log } = await serve();
  for (const path of ['/unread', '/unread-with-head']) {
    const { status, text, wait } = await ask('GET', path, { 'accept-encoding': 'identity' });
    expect([status, wait]).toEqual([503, '30']);
    expect(text).toMatch(/^<!DOCTYPE html>.*<h1>The school’s database is damaged<\/h1>.*<\/html>\n$/s);
    expect(text).not.toContain('__next_error__');
  }
  await expect
    .poll(() => log().split('\n').filter(Boolean))
    .toEqual([
      'refused 503 GET /unread: The database is damaged. Restore a backup.',
      'refused 503 GET /unread-with-head: The database is damaged. Restore a backup.',
    ]);
});
