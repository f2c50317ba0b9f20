import { beforeEach, describe, expect, test } from 'vitest';
import { isKeptPath, readerOf, startWorker } from './service-worker.mjs';

const origin = 'https://learn.school.example';

/** A cache of a browser, as far as the worker uses one: entries in the order in which they were put. */
class MemoryCache {
  readonly entries = new Map<string, Response>();
  readonly #nameOf = (request: Request | string) =>
    new URL(typeof request === 'string' ? request : request.url, origin).href;
  async match(request: Request | string) {
    return this.entries.get(this.#nameOf(request))?.clone();
  }
  async put(request: Request | string, response: Response) {
    this.entries.set(this.#nameOf(request), response);
  }
  async delete(request: Request | string) {
    return this.entries.delete(this.#nameOf(request));
  }
  async keys() {
    return [...this.entries.keys()].map((url) => new Request(url));
  }
}

const stores = new Map<string, MemoryCache>();
const caches = {
  async open(name: string) {
    const cache = stores.get(name) ?? new MemoryCache();
    stores.set(name, cache);
    return cache;
  },
  async match(request: Request | string) {
    for (const cache of stores.values()) {
      const kept = await cache.match(request);
      if (kept) return kept;
    }
    return undefined;
  },
  delete: async (name: string) => stores.delete(name),
  keys: async () => [...stores.keys()],
};

let isOnline = true;
/** What the server sends, by path. */
let site: Record<string, Response> = {};
let requests: string[] = [];

const page = (reader: string | null, text = 'A lesson', init: ResponseInit = {}) =>
  new Response(
    `<!doctype html><html lang="en"><body><header class="x"${reader === null ? '' : ` data-reader="${reader}"`}>${text}</header></body></html>`,
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        date: new Date().toUTCString(),
        'content-security-policy': "script-src 'nonce-1'",
      },
      ...init,
    },
  );

type Listener = (event: unknown) => void;
const listeners = new Map<string, Listener>();

function start(build: string): void {
  listeners.clear();
  const scope = {
    addEventListener: (name: string, listener: Listener) => void listeners.set(name, listener),
    location: { origin },
    fetch: async (request: Request | string) => {
      const { pathname } = new URL(typeof request === 'string' ? request : request.url, origin);
      requests.push(pathname);
      if (!isOnline) throw new TypeError('Failed to fetch');
      return site[pathname]?.clone() ?? new Response('Not found', { status: 404 });
    },
    skipWaiting: async () => undefined,
    clients: { claim: async () => undefined },
    caches,
  };
  // The browser's own type of caches has more than is used.
  Reflect.apply(startWorker, undefined, [
    scope,
    {
      build,
      files: ['/_next/static/a.js'],
      offlinePage: '<h1>No connection</h1>',
      offlinePolicy: "default-src 'none'",
    },
  ]);
}

/** Sends an event and waits for all that it has started. Returns what it was answered with. */
async function send(name: string, fields: object): Promise<Response | undefined> {
  const started: unknown[] = [];
  let answer: Promise<Response> | undefined;
  listeners.get(name)?.({
    ...fields,
    waitUntil: (work: unknown) => started.push(work),
    respondWith: (response: Promise<Response>) => {
      answer = response;
    },
  });
  const response = await answer;
  for (const work of started) await work;
  return response;
}

const request = (path: string, { mode = 'navigate', method = 'GET' } = {}) => ({
  request: { url: origin + path, mode, method },
});
const open = (path: string) => send('fetch', request(path));

const lesson = '/tracks/mlops/seeds/try';

beforeEach(() => {
  stores.clear();
  isOnline = true;
  requests = [];
  site = { [lesson]: page('ada'), '/_next/static/a.js': new Response('script') };
  start('one');
});

test.each([
  ['/', true],
  ['/today', true],
  ['/tracks/mlops/seeds', true],
  ['/tracks/mlops/seeds/try', true],
  ['/help/student', true],
  ['/tracks/mlops/seeds/challenge', false],
  ['/tracks/mlops/seeds/practice/sheet', false],
  ['/tracks/mlops/seeds/test', false],
  ['/tracks/mlops/seeds/%63hallenge', false],
  ['/tracks/mlops/seeds/test%2f', false],
  ['/tracks/mlops/%ff', false],
  ['/tracks/mlops/f%C3%A4rben', true],
  ['/profile', false],
  ['/teach/class', false],
  ['/leaderboard', false],
  ['/api/search', false],
  ['/signin', false],
])('%s is kept: %s', (path, isKept) => expect(isKeptPath(path)).toBe(isKept));

test.each([
  ['<header class="a" data-reader="u-1">', 'u-1'],
  ['<header data-hides="points" data-reader="">', ''],
  ['<header class="a">', null],
  ['<script>"data-reader=\\"u-1\\""</script>', null],
])('the reader of %s is %s', (html, reader) => expect(readerOf(html)).toBe(reader));

describe('a page that was opened', () => {
  test('comes from the server while it can be reached, whatever is kept', async () => {
    await open(lesson);
    site[lesson] = page('ada', 'Changed');
    expect(await (await open(lesson))?.text()).toContain('Changed');
  });

  test('is shown without a connection, marked, with the policy that fits its nonce', async () => {
    await open(lesson);
    isOnline = false;
    const shown = await open(lesson);
    expect(shown?.headers.get('content-security-policy')).toBe("script-src 'nonce-1'");
    const html = await shown?.text();
    expect(html).toContain('<html data-kept="" lang="en">');
    expect(html).toContain('A lesson');
  });

  test('is the offline page where it was not opened before', async () => {
    isOnline = false;
    const shown = await open(lesson);
    expect(shown?.status).toBe(503);
    expect(await shown?.text()).toContain('No connection');
    expect(shown?.headers.get('content-security-policy')).toBe("default-src 'none'");
  });

  test('a challenge is never kept', async () => {
    site['/tracks/mlops/seeds/challenge'] = page('ada', 'Timed');
    await open('/tracks/mlops/seeds/challenge');
    isOnline = false;
    expect((await open('/tracks/mlops/seeds/challenge'))?.status).toBe(503);
  });

  test('an error of the server is shown as it is, and not kept', async () => {
    site[lesson] = page('ada', 'Broken', { status: 500, headers: { 'content-type': 'text/html' } });
    expect((await open(lesson))?.status).toBe(500);
    isOnline = false;
    expect((await open(lesson))?.status).toBe(503);
  });

  test('is no longer shown after 30 days', async () => {
    const headers = {
      'content-type': 'text/html',
      date: new Date(Date.now() - 31 * 24 * 60 * 60_000).toUTCString(),
    };
    site[lesson] = page('ada', 'Old', { headers });
    await open(lesson);
    isOnline = false;
    expect((await open(lesson))?.status).toBe(503);
  });

  test('at most 60 are kept, the oldest goes first', async () => {
    for (let n = 0; n < 61; n += 1) {
      site[`/tracks/t/${n}`] = page('ada');
      await open(`/tracks/t/${n}`);
    }
    isOnline = false;
    expect((await open('/tracks/t/0'))?.status).toBe(503);
    expect((await open('/tracks/t/1'))?.status).toBe(200);
    expect((await open('/tracks/t/60'))?.status).toBe(200);
  });
});

describe('another person', () => {
  test.each([
    ['a page of somebody else', 'ben'],
    ['a page of nobody', ''],
  ])('%s removes what was kept', async (_what, reader) => {
    await open(lesson);
    site['/leaderboard'] = page(reader);
    await open('/leaderboard');
    isOnline = false;
    expect((await open(lesson))?.status).toBe(503);
  });

  test.each(['/api/auth/leave', '/signin', '/signup', '/join'])(
    'a form sent to %s removes it',
    async (path) => {
      await open(lesson);
      await send('fetch', request(path, { method: 'POST' }));
      isOnline = false;
      expect((await open(lesson))?.status).toBe(503);
    },
  );

  test('one that arrives after its person has signed out is not kept', async () => {
    const keeping = send('message', { data: { keep: lesson } });
    await send('fetch', request('/api/auth/leave', { method: 'POST' }));
    await keeping;
    isOnline = false;
    expect((await open(lesson))?.status).toBe(503);
  });

  test('a visitor’s pages are not kept', async () => {
    site[lesson] = page('');
    await open(lesson);
    isOnline = false;
    expect((await open(lesson))?.status).toBe(503);
  });

  test('the name under which the reader is kept is no page', async () => {
    await open(lesson);
    isOnline = false;
    expect((await open('/kept-reader'))?.status).toBe(503);
  });
});

test('forms, data and interfaces are left to the browser', async () => {
  expect(await send('fetch', request(lesson, { method: 'POST' }))).toBeUndefined();
  expect(await send('fetch', request('/api/clock', { mode: 'cors' }))).toBeUndefined();
  expect(await send('fetch', request(lesson, { mode: 'cors' }))).toBeUndefined();
  expect(requests).toEqual([]);
  expect(stores.size).toBe(0);
});

test('a page opened by a link is fetched when asked for, with the files that it may need', async () => {
  await send('message', { data: { keep: lesson } });
  expect(requests.toSorted()).toEqual(['/_next/static/a.js', lesson]);
  isOnline = false;
  expect((await open(lesson))?.status).toBe(200);
  const file = await send('fetch', request('/_next/static/a.js', { mode: 'no-cors' }));
  expect(await file?.text()).toBe('script');
});

test('a page that was opened while the worker started is fetched, one that is kept is not', async () => {
  await send('message', { data: { keep: lesson, unlessKept: true } });
  expect(requests.filter((path) => path === lesson)).toHaveLength(1);
  await send('message', { data: { keep: lesson, unlessKept: true } });
  expect(requests.filter((path) => path === lesson)).toHaveLength(1);
  await send('message', { data: { keep: lesson } });
  expect(requests.filter((path) => path === lesson)).toHaveLength(2);
});

describe('a new build', () => {
  /** Another build with a file of its own, which knows those of earlier builds no longer. */
  async function deploy(build: string): Promise<void> {
    start(build);
    site['/_next/static/a.js'] = new Response('Not found', { status: 404 });
    await send('activate', {});
    await send('message', { data: { keep: null } });
  }

  test('still shows what was kept, with the files that it needs', async () => {
    await send('message', { data: { keep: lesson } });
    await deploy('two');
    isOnline = false;
    expect(await (await open(lesson))?.text()).toContain('A lesson');
    const file = await send('fetch', request('/_next/static/a.js', { mode: 'no-cors' }));
    expect(await file?.text()).toBe('script');
  });

  test('removes the files of an earlier one that no kept page needs', async () => {
    await send('message', { data: { keep: null } });
    await deploy('two');
    expect([...stores.keys()]).toEqual(['surefoot-files-two']);
  });

  test('removes pages that are three builds old, and no cache of somebody else', async () => {
    await send('message', { data: { keep: lesson } });
    await caches.open('of-somebody-else');
    await caches.open('surefoot-pages-of-an-older-release');
    for (const build of ['two', 'three', 'four']) {
      await deploy(build);
      await send('message', { data: { keep: '/tracks/mlops/new' } });
      site[`/tracks/t/${build}`] = page('ada');
      await open(`/tracks/t/${build}`);
    }
    isOnline = false;
    expect((await open(lesson))?.status).toBe(503);
    expect((await open('/tracks/t/two'))?.status).toBe(200);
    expect([...stores.keys()].toSorted()).toEqual([
      'of-somebody-else',
      'surefoot-files-four',
      'surefoot-files-three',
      'surefoot-files-two',
      'surefoot-pages',
    ]);
  });

  test('removes what another person has kept, also from an earlier one', async () => {
    await open(lesson);
    await deploy('two');
    site['/leaderboard'] = page('ben');
    await open('/leaderboard');
    isOnline = false;
    expect((await open(lesson))?.status).toBe(503);
  });
});
