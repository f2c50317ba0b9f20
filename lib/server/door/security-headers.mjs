// @ts-check
// Plain JavaScript: next.config.mjs and Node's option --import read this file without a compiler.
import { createHash, randomBytes } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import { themeScript } from '#lib/theme-script.mjs';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

const globalName = Symbol.for('surefoot.security-headers');

/**
 * Adds the headers of security to every reply of this process, static files included, before Next sees the request. Next
 * reads the nonce of a page from the policy in the header of the request; one that a visitor sends is replaced.
 * @returns {() => void} ends it, for tests that share a process
 */
export function sendSecurityHeaders() {
  const started = channel('http.server.request.start');
  if (Reflect.get(globalThis, globalName) === true) return () => undefined;
  Reflect.set(globalThis, globalName, true);
  const isDevelopment = process.env.NODE_ENV === 'development';
  const fixed = Object.entries(fixedHeaders(process.env));
  /** @param {unknown} message */
  const addHeaders = (message) => {
    // Node documents the shape, its types say unknown.
    const { request, response } = /** @type {{ request: IncomingMessage, response: ServerResponse }} */ (
      message
    );
    const policy = policyOf(request, isDevelopment);
    request.headers['content-security-policy'] = policy;
    response.setHeader('Content-Security-Policy', policy);
    for (const [name, value] of fixed) response.setHeader(name, value);
    if (isPreview(request)) response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  };
  started.subscribe(addHeaders);
  return () => {
    started.unsubscribe(addHeaders);
    Reflect.deleteProperty(globalThis, globalName);
  };
}

/** The policy of what is no page: it may load nothing. Next finds no nonce in it. */
export const closedPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * Programs of learners run in a worker that is made from these files and is bound by their policy: WebAssembly may be
 * compiled there and nowhere else, and nothing can be reached from there but this site.
 */
const runtimePolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'";

/** An SVG that is opened by itself runs no script and loads nothing. */
const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/**
 * The policy of the reply to a request.
 * @param {Pick<IncomingMessage, 'url' | 'headers'>} request
 * @param {boolean} isDevelopment
 */
export function policyOf({ url = '', headers }, isDevelopment) {
  if (url.startsWith('/runtime/')) return runtimePolicy;
  if (url.startsWith('/pictures/')) return picturePolicy;
  // Data of a navigation within the site is no document: the policy of the page that asks for it stays in force.
  if (url.startsWith('/_next/') || headers.rsc !== undefined) return closedPolicy;
  const policy = pagePolicy(randomBytes(16).toString('base64url'), isDevelopment);
  return isPreview({ url }) ? policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'") : policy;
}

/**
 * The preview of a draft, which the editor beside it shows in a frame: the one page that pages of this site may frame.
 * @param {Pick<IncomingMessage, 'url'>} request
 */
const isPreview = ({ url = '' }) => /^\/author\/[a-z0-9-]+\/[a-z0-9-]+\/preview\/[a-z]+(?:\?|$)/.test(url);

const themeHash = createHash('sha256').update(themeScript).digest('base64');

/**
 * Scripts run only with the nonce of this reply, or when such a script adds them. In development React needs `eval`, and
 * the tools of Next add styles and markup.
 * @param {string} nonce
 * @param {boolean} isDevelopment
 */
export function pagePolicy(nonce, isDevelopment) {
  const scripts = `script-src 'nonce-${nonce}' 'sha256-${themeHash}' 'strict-dynamic'`;
  return [
    "default-src 'self'",
    isDevelopment ? `${scripts} 'unsafe-eval'` : scripts,
    "worker-src 'self'",
    // The editor of programs adds a block of style; with a nonce, browsers would ignore 'unsafe-inline'.
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // Bars and drawings have their sizes in attributes; an attribute reaches no other element.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isDevelopment ? [] : ["require-trusted-types-for 'script'", 'trusted-types default surefoot-text']),
  ].join('; ');
}

/** Features of browsers that no page uses. */
const features = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];

/**
 * The headers that are the same for every reply.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Record<string, string>}
 */
export function fixedHeaders(env) {
  const isHttps = (env.PUBLIC_URL?.trim() || env.NEXTAUTH_URL?.trim() || '').startsWith('https://');
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy': features.map((name) => `${name}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // Other names below this host may not have https, so they are not included.
    ...(isHttps ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}
