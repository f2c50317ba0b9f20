// @ts-check
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * A request while it is handled. Its action sets `refusalStatus`, which Next cannot: it answers 200 to every action that
 * returns. `fault` is what Next would have written to the log about a malformed request.
 * @typedef {object} CurrentRequest
 * @property {boolean} isForm
 * @property {boolean} hasReachedAction
 * @property {number | null} refusalStatus
 * @property {{ text: string, status: number } | null} fault
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

/** The request that is handled here; undefined outside of our server, such as in a test. */
export function currentRequest() {
  return storage().getStore();
}
