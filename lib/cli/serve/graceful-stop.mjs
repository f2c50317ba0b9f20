// @ts-check
// Loaded into the server before Next (`node --import`). When the server is asked to end, it takes no new connections,
// finishes the requests it has, closes the database and exits, all within ten seconds.
import { channel } from 'node:diagnostics_channel';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * What the application adds: `interrupt` ends what a request still waits for, such as a running program, so that it can
 * be answered; `close` runs after the last response.
 * @typedef {{ interrupt?: () => void, close?: () => Promise<void> }} StopHooks
 */

/** @typedef {{ response: import('node:http').ServerResponse, server: import('node:http').Server }} Started */

/** Milliseconds after the request to stop. Until `drainMs`, requests that were on their way are still taken. */
const drainMs = 400;
const interruptMs = 6_500;
const cutMs = 8_500;
const limitMs = 9_500;
/** How long a connection may take to complete the head of a request that has begun to arrive. */
const halfRequestMs = 1_500;
/** One stop request can arrive as several signals: from the terminal, from npm and from our parent. */
const sameRequestMs = 1_000;

/** Read by `lib/server/host/stopping.ts`. */
const state = { isStopping: false, hooks: /** @type {StopHooks[]} */ ([]) };
Reflect.set(globalThis, Symbol.for('surefoot.stop'), state);

const open = /** @type {Set<import('node:http').ServerResponse>} */ (new Set());
const servers = /** @type {Set<import('node:http').Server>} */ (new Set());
let startedMs = 0;

channel('http.server.request.start').subscribe((message) => {
  const { response, server } = /** @type {Started} */ (message);
  servers.add(server);
  open.add(response);
  response.once('close', () => open.delete(response));
  if (state.isStopping) response.setHeader('Connection', 'close');
});

const elapsedMs = () => performance.now() - startedMs;

/** The first request to stop starts it; a later one ends the process at once. */
function requestStop() {
  if (!state.isStopping) void stop();
  else if (elapsedMs() > sameRequestMs) process.exit(1);
}

async function stop() {
  state.isStopping = true;
  startedMs = performance.now();
  setTimeout(() => process.exit(1), limitMs);
  setTimeout(() => state.hooks.map(({ interrupt }) => interrupt?.()), interruptMs);
  for (const response of open) if (!response.headersSent) response.setHeader('Connection', 'close');
  // A client may have sent a request on a connection that looks idle here; it is told to close when that is answered.
  await pause(drainMs);
  let listening = servers.size;
  for (const server of servers) server.close(() => (listening -= 1));
  const isDone = () => open.size === 0 && (listening === 0 || elapsedMs() > halfRequestMs);
  while (!isDone() && elapsedMs() < cutMs) {
    // A response that had begun before does not say that its connection ends.
    for (const server of servers) server.closeIdleConnections();
    await pause(25);
  }
  for (const server of servers) server.closeAllConnections();
  await Promise.allSettled(state.hooks.map(({ close }) => close?.()));
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, requestStop);

// A parent that was killed could not pass a signal on.
const parent = Number(process.env.SUREFOOT_PARENT);
if (parent > 0) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    requestStop();
  }, 500);
  watch.unref();
}
