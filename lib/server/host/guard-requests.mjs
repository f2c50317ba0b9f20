// @ts-check
// Loaded into the server before Next (`node --import`): refuses what is malformed or meant for another name, with a status
// of its own and a short line in the log.
import { channel } from 'node:diagnostics_channel';
import { outageOf } from '#db/outage.mjs';
import { currentRequest, runRequest } from './current-request.mjs';
import { outagePage } from './outage-page.mjs';
import { outageReasons } from './outage-reasons.mjs';
import { refusalLog } from './refusal-log.mjs';
import { isForm, refusalOf } from './refuse-request.mjs';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {import('./current-request.mjs').CurrentRequest} CurrentRequest */
/** @typedef {{ server: import('node:http').Server }} Started */

const { PUBLIC_URL, NEXTAUTH_URL, PORT, TRUST_PROXY } = process.env;
const site = {
  publicUrl: new URL(PUBLIC_URL?.trim() || NEXTAUTH_URL?.trim() || `http://localhost:${PORT?.trim() || 3000}`)
    .origin,
  trustProxy: TRUST_PROXY?.trim() === '1',
};
const log = refusalLog((line) => process.stderr.write(`${line}\n`));
const guarded = new WeakSet();

channel('http.server.request.start').subscribe((message) => {
  const { server } = /** @type {Started} */ (message);
  if (guarded.has(server)) return;
  guarded.add(server);
  // The first request was announced but not handed out yet.
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    guard(request, response, () => {
      for (const listener of listeners) Reflect.apply(listener, server, [request, response]);
    });
  });
});

/**
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {() => void} handle
 */
function guard(request, response, handle) {
  const { method, url, headers, socket } = request;
  const isFromThisMachine = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
  const refusal = refusalOf({ method, url, headers, isFromThisMachine }, site);
  if (refusal) {
    log(refusal.status, request, refusal.words);
    response.writeHead(refusal.status, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...refusal.headers,
    });
    response.end(`${refusal.words}\n`);
    return;
  }
  // Next answers 500 to a range that a file does not have. A server may send the whole file, and ours are small.
  delete headers.range;
  const current = {
    isForm: isForm(request),
    isPageData: headers.rsc !== undefined,
    hasReachedAction: false,
    refusalStatus: null,
    retryAfterSeconds: null,
    fault: null,
    outage: null,
  };
  correctStatus(request, response, current);
  replaceUnreadPage(request, response, current);
  runRequest(current, handle);
}

/**
 * Node writes every head of a response with `writeHead`, also where no caller names it.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {CurrentRequest} current
 */
function correctStatus(request, response, current) {
  const { writeHead, end } = response;
  let isCorrected = false;
  Reflect.set(response, 'writeHead', (/** @type {number} */ status, /** @type {unknown[]} */ ...rest) => {
    const corrected = statusOf(status, current);
    isCorrected = corrected !== status;
    if (isCorrected && current.retryAfterSeconds !== null)
      response.setHeader('Retry-After', current.retryAfterSeconds);
    // The text may be replaced below.
    if (isCorrected && current.fault) response.removeHeader('content-length');
    if (current.fault && corrected >= 400) log(corrected, request, current.fault.text);
    return Reflect.apply(writeHead, response, [corrected, ...rest]);
  });
  // Next ends its own failures with a text that blames the server.
  Reflect.set(response, 'end', (/** @type {unknown} */ text, /** @type {unknown[]} */ ...rest) => {
    const isWrong = isCorrected || statusOf(response.statusCode, current) !== response.statusCode;
    const words = isWrong && text === 'Internal Server Error' ? malformed : text;
    return Reflect.apply(end, response, [words, ...rest]);
  });
}

const malformed = 'This request is not well formed.\n';

/**
 * @param {number} status
 * @param {CurrentRequest} current
 */
function statusOf(status, { isPageData, hasReachedAction, refusalStatus, fault }) {
  if (status === 200 && refusalStatus !== null && !isPageData) return refusalStatus;
  return status >= 500 && !hasReachedAction && fault ? fault.status : status;
}

/**
 * Sends a page about the outage in the place of one that Next could not read from the database, and drops what follows.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {CurrentRequest} current
 */
function replaceUnreadPage(request, response, current) {
  const original = { writeHead: response.writeHead, write: response.write, end: response.end };
  const send = () => {
    const { outage } = current;
    if (!outage || response.headersSent) return false;
    log(503, request, outageReasons[outage]);
    const page = outagePage(outage, nonceOf(request));
    Object.assign(response, original);
    for (const name of ['content-encoding', 'transfer-encoding', 'link', 'etag']) response.removeHeader(name);
    response.writeHead(503, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': Buffer.byteLength(page),
      'Retry-After': 30,
    });
    response.end(page);
    Object.assign(response, { writeHead: () => response, write: () => true, end: () => response });
    return true;
  };
  Reflect.set(response, 'writeHead', (/** @type {number} */ status, /** @type {unknown[]} */ ...rest) =>
    status === 500 && send() ? response : Reflect.apply(original.writeHead, response, [status, ...rest]),
  );
  for (const name of /** @type {const} */ (['write', 'end']))
    Reflect.set(response, name, (/** @type {unknown[]} */ ...parts) =>
      response.statusCode === 500 && send() ? response : Reflect.apply(original[name], response, parts),
    );
}

/** @param {IncomingMessage} request */
const nonceOf = ({ headers }) =>
  /'nonce-([\w-]+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1] ?? '';

for (const level of /** @type {const} */ (['error', 'warn'])) {
  const write = console[level];
  console[level] = (...values) => {
    const request = currentRequest();
    const outage = request && values.map(outageOf).find(Boolean);
    if (outage) request.outage ??= outage;
    else if (request && isAboutMalformed(request, values)) request.fault ??= faultOf(values);
    else write(...values);
  };
}

/**
 * Whether the request is at fault for what Next writes to the log: until a form has reached its action, only its own
 * decoding can have failed.
 * @param {CurrentRequest} request
 * @param {unknown[]} values
 */
function isAboutMalformed({ isForm, hasReachedAction }, values) {
  const isRouterState = values.some(
    (value) => value instanceof Error && value.message.startsWith('The router state header was sent but'),
  );
  return isRouterState || (isForm && !hasReachedAction);
}

/** @param {unknown[]} values */
function faultOf(values) {
  const error = values.find((value) => value instanceof Error);
  const status = Reflect.get(Object(error), 'statusCode');
  return {
    text: error ? `${error.name}: ${error.message}` : values.map(String).join(' '),
    status: typeof status === 'number' && status >= 400 && status < 500 ? status : 400,
  };
}
