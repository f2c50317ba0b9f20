// @ts-check
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * A request while it is handled. An action or a page that refuses sets `refusalStatus`, which Next cannot: it answers 200
 * to every action that returns and to every page that is complete. A router that asks for a page's data would load the
 * page again for any other status, so that data stays 200. `fault` is what Next would have written to the log about a malformed
 * request, and `outage` why the database could not be read for it.
 * @typedef {object} CurrentRequest
 * @property {boolean} isForm
 * @property {boolean} isPageData
 * @property {boolean} hasReachedAction
 * @property {number | null} refusalStatus
 * @property {number | null} retryAfterSeconds
 * @property {{ text: string, status: number } | null} fault
 * @property {import('#db/outage.mjs').Outage | null} outage
 */

const globalName = Symbol.for('surefoot.current-request');

/**
 * Kept on globalThis: the guard and each bundle of the server have this module once.
 * @returns {AsyncLocalStorage<CurrentRequest>}
 */
function storage() {
  const existing = Reflect.get(globalThis, globalName);
  if (existing) return existing;
  const made = /** @type {AsyncLocalStorage<CurrentRequest>} */ (new AsyncLocalStorage());
  Reflect.set(globalThis, globalName, made);
  return made;
}

/**
 * @param {CurrentRequest} request
 * @param {() => void} handle
 */
export function runRequest(request, handle) {
  storage().run(request, handle);
}

/**
 * Gives a response that would be 200 another status, and says when to try again if waiting helps. The first call counts,
 * since it is nearest to the reason.
 * @param {number} status
 * @param {number | null} [retryAfterSeconds]
 */
export function refuseWithStatus(status, retryAfterSeconds = null) {
  const request = currentRequest();
  if (request && request.refusalStatus === null)
    Object.assign(request, { refusalStatus: status, retryAfterSeconds });
}

/** The request that is handled here; undefined outside of our server, such as in a test. */
export function currentRequest() {
  return storage().getStore();
}
