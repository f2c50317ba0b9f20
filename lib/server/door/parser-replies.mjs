// @ts-check
// Loaded into the server before Next (`node --import`).
import { Server } from 'node:http';
import { closedPolicy, fixedHeaders } from './security-headers.mjs';

/** @typedef {import('node:stream').Duplex} Duplex */

/**
 * By the code of the error; anything else is no request by the rules of HTTP.
 * @type {Readonly<Record<string, readonly [status: number, reason: string, words: string]>>}
 */
const replies = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'The headers of this request are too large.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'Payload Too Large', 'This request is too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'This request took too long to arrive.'],
};
const malformed = /** @type {const} */ ([400, 'Bad Request', 'This is not a request.']);
const noProxy = /** @type {const} */ ([405, 'Method Not Allowed', 'This server is no proxy.']);

/**
 * Node itself answers what its parser refuses, before anybody is told of a request, and with no header of ours. Its servers
 * are given a reply with the headers of security. Next makes its server itself, so it is met where it begins to listen.
 * @returns {() => void} ends it, for tests that share a process
 */
export function answerParserErrors() {
  const { listen } = Server.prototype;
  Reflect.set(
    Server.prototype,
    'listen',
    /** @this {Server} @param {unknown[]} args */ function (...args) {
      if (this.listenerCount('clientError') === 0) this.on('clientError', refuse);
      if (this.listenerCount('connect') === 0) this.on('connect', (_request, socket) => end(socket, noProxy));
      return Reflect.apply(listen, this, args);
    },
  );
  return () => void Reflect.deleteProperty(Server.prototype, 'listen');
}

/**
 * @param {Error} error
 * @param {Duplex} socket
 */
function refuse(error, socket) {
  end(socket, replies['code' in error ? String(error.code) : ''] ?? malformed);
}

/**
 * @param {Duplex} socket
 * @param {readonly [number, string, string]} reply
 */
function end(socket, [status, reason, words]) {
  // A response may be on its way on this connection, in the midst of which another would make no sense.
  const response = Reflect.get(socket, '_httpMessage');
  if (!socket.writable || response?.headersSent) return void socket.destroy();
  const text = `${words}\n`;
  const headers = {
    ...fixedHeaders(process.env),
    'Content-Security-Policy': closedPolicy,
    'Cache-Control': 'no-store',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${reason}`, ...lines, '', text].join('\r\n'));
}
