import { readFile } from 'node:fs/promises';
import { request as send } from 'node:http';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type MalformedRequest, malformedRequests } from './malformed-requests.ts';
import { startServer } from './own-server.ts';
import { test } from './school.ts';

interface Reply {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
}

/** Sent by Node itself: browsers and `fetch` repair addresses and refuse headers. */
function reply(
  url: string,
  { method, path, headers = {}, body }: Omit<MalformedRequest, 'why'>,
): Promise<Reply> {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = send({ hostname, port, method, path, headers: { host, ...headers } }, (response) => {
      let text = '';
      response.on('data', (data: Buffer) => (text += data.toString()));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, location: response.headers.location, text }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Next first redirects a request for the data of a page to an address that holds a hash of its headers. */
async function finalReply(url: string, request: MalformedRequest): Promise<Reply> {
  const first = await reply(url, request);
  return first.status === 307 && first.location
    ? reply(url, { ...request, path: first.location.replace(url, '') })
    : first;
}

test('malformed requests answer 4xx, with a few short lines in the log', async () => {
  test.slow();
  const server = await startServer({});
  try {
    const startedMs = performance.now();
    const { text: page } = await reply(server.url, { method: 'GET', path: '/signin' });
    const action = /7f[0-9a-f]{40}/.exec(page)?.[0] ?? '';
    const before = server.output().length;
    for (const request of malformedRequests(action, server.url)) {
      const { status } = await finalReply(server.url, request);
      expect.soft(status, request.why).toBeGreaterThanOrEqual(400);
      expect.soft(status, request.why).toBeLessThan(500);
    }
    const lines = server.output().slice(before).split('\n').filter(Boolean);
    expect(lines.filter((line) => !/^refused 4\d\d \S+ .{1,200}$/.test(line))).toEqual([]);
    // Ten lines at once, then one in ten seconds.
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.length).toBeLessThanOrEqual(11 + (performance.now() - startedMs) / 10_000);

    const named = (path: string, host: string) =>
      reply(server.url, { method: 'GET', path, headers: { host } });
    expect((await named('/signin', 'evil.example')).status).toBe(421);
    expect((await named('/api/health', '10.0.0.7')).status).toBe(200);
    expect((await named('/signin', '127.0.0.1')).status).toBe(200);
  } finally {
    await server.stop();
  }
});

/** The fields that a form needs when it is posted without a script: they name its action. */
function hiddenFields(page: string, field: string): [string, string][] {
  const forms = page.match(/<form[^>]*>.*?<\/form>/gs) ?? [];
  const form = forms.find((text) => text.includes(`name="${field}"`)) ?? '';
  return [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')],
  );
}

/** What Next lets anybody call by its id: each is guarded by `action` or `publicAction`, so none may come from elsewhere. */
test('a build has server functions in the files of actions only, and none that is cached', async () => {
  const file = await readFile(
    join(import.meta.dirname, '../../.next/server/server-reference-manifest.json'),
    'utf8',
  );
  const { node, edge }: Record<'node' | 'edge', Record<string, { filename: string }>> = JSON.parse(file);
  const files = Object.values({ ...node, ...edge }).map(({ filename }) => filename);
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((name) => !/^app\/(.*\/)?actions\.ts$/.test(name))).toEqual([]);
});

test.describe('a refused form is answered by its page, with the status of the refusal', () => {
  for (const { path, fields, status, says } of [
    { path: '/signin', fields: { login: 'nobody', password: 'wrong' }, status: 403, says: 'Not signed in' },
    { path: '/signin', fields: { login: '', password: '' }, status: 400, says: 'Enter the password.' },
    { path: '/join', fields: { code: 'NOTACODE' }, status: 404, says: 'No class has this code' },
    { path: '/signup', fields: { userName: 'x' }, status: 400, says: 'Create an account' },
  ]) {
    test(`${path} ${JSON.stringify(fields)}: ${status}`, async ({ school }) => {
      const page = await (await fetch(`${school.url}${path}`)).text();
      const form = new FormData();
      for (const [name, value] of hiddenFields(page, Object.keys(fields)[0] ?? '')) form.set(name, value);
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const answer = await fetch(`${school.url}${path}`, {
        method: 'POST',
        body: form,
        headers: { origin: school.url },
      });
      expect(answer.status).toBe(status);
      expect((await answer.text()).includes(says), says).toBe(true);
    });
  }
});
