// @ts-check
// Loaded into a server under test (SLOW_SCRIPTS=1): the scripts of each page come late, and again on the next page.
import { createHash } from 'node:crypto';
import { Server } from 'node:http';

const seed = process.env.TEST_SEED ?? '';
const { emit } = Server.prototype;
let draws = 0;
/** Until then no script of the current page is sent. */
let firstAtMs = 0;

/**
 * @this {Server}
 * @param {string | symbol} event
 * @param {any[]} values
 */
Server.prototype.emit = function (event, ...values) {
  const handle = () => Reflect.apply(emit, this, [event, ...values]);
  if (event !== 'request') return handle();
  const [request, response] = values;
  if (request.headers['sec-fetch-dest'] === 'document') firstAtMs = performance.now() + draw(300, 2_000);
  if (!/^\/_next\/static\/.*\.js(\?|$)/.test(request.url)) return handle();
  // A script in the browser's cache would hydrate the next page at once.
  const { setHeader } = response;
  response.setHeader = (/** @type {string} */ name, /** @type {string} */ value) =>
    Reflect.apply(setHeader, response, [name, name.toLowerCase() === 'cache-control' ? 'no-store' : value]);
  setTimeout(handle, Math.max(firstAtMs - performance.now(), draw(100, 800)));
  return true;
};

/**
 * @param {number} least
 * @param {number} most
 */
function draw(least, most) {
  const hash = createHash('sha256').update(`${seed} ${draws++}`).digest();
  return least + (hash.readUInt32BE() / 2 ** 32) * (most - least);
}
