// @ts-check
// Plain JavaScript: the server sends this file to browsers as it is, with one call of `startWorker` after it.

/**
 * @typedef {object} WorkerSettings
 * @property {string} build the id of the build, which names the cache of its files
 * @property {readonly string[]} files the addresses of scripts and styles that kept pages may need
 * @property {string} offlinePage the page for what is not kept
 * @property {string} offlinePolicy its Content-Security-Policy
 */

/**
 * What the worker uses of a browser: a part of ServiceWorkerGlobalScope, which TypeScript has no types for beside the DOM.
 * @typedef {object} WorkerScope
 * @property {(name: string, listener: (event: any) => void) => void} addEventListener
 * @property {CacheStorage} caches
 * @property {{ origin: string }} location
 * @property {(request: Request | string, init?: RequestInit) => Promise<Response>} fetch
 * @property {() => Promise<void>} skipWaiting
 * @property {{ claim(): Promise<void> }} clients
 */

/** Caches of this worker begin so; others of the site are left alone. */
const prefix = 'surefoot-';

/** How many pages are kept, and for how long. */
const maxPages = 60;
const maxAgeMs = 30 * 24 * 60 * 60_000;

/** Pages of so many earlier builds can still be read: each needs the files of its own. */
const maxEarlierBuilds = 2;

/** The header of a kept page that names its build. */
const buildHeader = 'x-kept-build';

/** The name under which the id of the person is kept to whom the kept pages belong. */
const readerName = '/kept-reader';

/**
 * Whether a page may be read without a connection. A challenge and a test are timed or judged as a whole, so they are not
 * among them; neither are pages about others, and sheets, which may have answers.
 * @param {string} path
 */
export function isKeptPath(path) {
  const address = decoded(path);
  return /^\/($|today$|help($|\/)|tracks\/)/.test(address) && !/\/(challenge|test|sheet)\/*$/.test(address);
}

/**
 * A path as the server reads it: an escaped letter is that letter. Empty for what is no address.
 * @param {string} path
 */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

/**
 * Whom a page was made for: the id of a person, '' for a visitor, null when it does not say.
 * @param {string} html
 */
export function readerOf(html) {
  return /<header[^>]*\sdata-reader="([^"]*)"/.exec(html)?.[1] ?? null;
}

/**
 * Keeps pages that one person has opened, and shows them when the server cannot be reached. With a connection every page
 * comes from the server. Nothing but pages and the files of the build is ever kept.
 * @param {WorkerScope} scope
 * @param {WorkerSettings} settings
 */
export function startWorker(scope, settings) {
  const { caches } = scope;
  const filesOf = (/** @type {string} */ build) => `${prefix}files-${build}`;
  const names = { pages: `${prefix}pages`, files: filesOf(settings.build) };
  /** Counts the times that somebody signed in or out: a page that was asked for before is not kept any more. */
  let session = 0;

  scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
  scope.addEventListener('activate', (event) =>
    event.waitUntil(removeOld().then(() => scope.clients.claim())),
  );
  scope.addEventListener('message', (event) => {
    const { keep: path, unlessKept = false } = event.data ?? {};
    const isPage = typeof path === 'string' && isKeptPath(path);
    event.waitUntil(Promise.all([isPage ? keepPage(path, unlessKept) : null, keepFiles()]));
  });
  scope.addEventListener('fetch', (event) => {
    const { method, mode, url } = event.request;
    const { origin, pathname } = new URL(url);
    if (origin !== scope.location.origin) return;
    if (method === 'POST' && isAboutAccount(pathname)) {
      session++;
      event.waitUntil(caches.delete(names.pages));
    }
    if (method !== 'GET') return;
    if (mode === 'navigate') event.respondWith(answerPage(event, pathname));
    else if (pathname.startsWith('/_next/static/')) event.respondWith(answerFile(event));
  });

  /** @param {string} path */
  function isAboutAccount(path) {
    return /^\/(api\/auth\/|signin$|signup$|join$)/.test(path);
  }

  /** Removes pages whose files are not kept any more, the files that no page needs, and caches of older releases. */
  async function removeOld() {
    const pages = await caches.open(names.pages);
    const own = (await caches.keys()).filter((name) => name.startsWith(prefix));
    const earlier = own.filter((name) => name.startsWith(filesOf('')) && name !== names.files);
    const readable = [names.files, ...earlier.slice(-maxEarlierBuilds)];
    const needed = new Set([names.pages, names.files]);
    for (const request of await pages.keys()) {
      if (new URL(request.url).pathname === readerName) continue;
      const files = filesOf((await pages.match(request))?.headers.get(buildHeader) ?? '');
      if (readable.includes(files)) needed.add(files);
      else await pages.delete(request);
    }
    if ((await pages.keys()).length === 0) needed.delete(names.pages);
    await Promise.all(own.filter((name) => !needed.has(name)).map((name) => caches.delete(name)));
  }

  /**
   * @param {any} event
   * @param {string} path
   */
  async function answerPage(event, path) {
    const asked = session;
    try {
      const response = await scope.fetch(event.request);
      event.waitUntil(notePage(path, response.clone(), asked));
      return response;
    } catch {
      // No connection. A server that answers with an error is shown as it is.
      return (await findPage(path)) ?? offlinePage();
    }
  }

  /** @param {any} event */
  async function answerFile(event) {
    // A page of an earlier build asks for a file of its own.
    const kept = await caches.match(event.request);
    if (kept) return kept;
    const response = await scope.fetch(event.request);
    const cache = await caches.open(names.files);
    if (response.ok) event.waitUntil(cache.put(event.request, response.clone()));
    return response;
  }

  /**
   * Fetches a page that was opened without loading a document, or that an answer has changed.
   * @param {string} path
   * @param {boolean} unlessKept
   */
  async function keepPage(path, unlessKept) {
    if (unlessKept && (await (await caches.open(names.pages)).match(path))) return;
    const asked = session;
    await notePage(path, await scope.fetch(path, { credentials: 'same-origin' }), asked);
  }

  /** Fetches what a page may ask for when it is used: its scripts come when they are needed, which may be offline. */
  async function keepFiles() {
    const cache = await caches.open(names.files);
    for (const file of settings.files) {
      if (await cache.match(file)) continue;
      const response = await scope.fetch(file);
      if (response.ok) await cache.put(file, response);
    }
  }

  /**
   * Keeps a page that came from the server. A page of somebody else, or of nobody, first removes those of the person before.
   * @param {string} path
   * @param {Response} response
   * @param {number} asked the session in which it was asked for
   */
  async function notePage(path, response, asked) {
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return;
    const html = await response.text();
    const reader = readerOf(html);
    if (reader === null || asked !== session) return;
    const cache = await pagesOf(reader);
    if (!cache || response.status !== 200 || response.redirected || !isKeptPath(path)) return;
    await cache.delete(path);
    await cache.put(path, new Response(html, { headers: headersOf(response, settings.build) }));
    if (asked !== session) return void (await caches.delete(names.pages));
    const pages = (await cache.keys()).filter((request) => new URL(request.url).pathname !== readerName);
    await Promise.all(pages.slice(0, -maxPages).map((request) => cache.delete(request)));
  }

  /**
   * The cache of a person's pages; null for a visitor.
   * @param {string} reader
   */
  async function pagesOf(reader) {
    const known = await (await caches.open(names.pages)).match(readerName);
    if (known && (await known.text()) !== reader) await caches.delete(names.pages);
    if (reader === '') return null;
    const cache = await caches.open(names.pages);
    await cache.put(readerName, new Response(reader));
    return cache;
  }

  /** @param {string} path */
  async function findPage(path) {
    const cache = await caches.open(names.pages);
    const page = path === readerName ? undefined : await cache.match(path);
    if (!page) return undefined;
    if (Date.now() - Date.parse(page.headers.get('date') ?? '') > maxAgeMs) {
      await cache.delete(path);
      return undefined;
    }
    // The page says itself that it is a kept one.
    const html = (await page.text()).replace('<html ', '<html data-kept="" ');
    return new Response(html, { headers: page.headers });
  }

  function offlinePage() {
    return new Response(settings.offlinePage, {
      status: 503,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': settings.offlinePolicy,
      },
    });
  }
}

/**
 * The headers of a page as it is kept: its policy names the nonce in its text, so they belong together.
 * @param {Response} response
 * @param {string} build
 */
function headersOf(response, build) {
  const headers = new Headers(response.headers);
  headers.set(buildHeader, build);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  if (!headers.has('date')) headers.set('date', new Date().toUTCString());
  return headers;
}
