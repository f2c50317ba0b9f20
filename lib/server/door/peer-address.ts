import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const globalName = Symbol.for('surefoot.peer-address');

/**
 * Overwrites X-Forwarded-For with the address of the socket, before Next sees the request.
 * Without a proxy in front, the visitor sets this header freely, and Next keeps it.
 */
export function forwardSocketAddress(): void {
  if (Reflect.get(globalThis, globalName) === true) return;
  Reflect.set(globalThis, globalName, true);
  channel('http.server.request.start').subscribe((message) => {
    const { request } = message as { request: IncomingMessage }; // Node documents the shape, its types say unknown.
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown';
  });
}

/** The visitor's address: the last entry, which the nearest proxy (or the socket) wrote. */
export function addressOf(headers: Pick<Headers, 'get'>): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return last === undefined || last === '' ? 'unknown' : networkOf(last);
}

/** A household gets a /64 network of IPv6, so the addresses of one network count as one. */
function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const tailGroups = (tail ?? '').split(':').filter(Boolean);
  const zeros =
    tail === undefined
      ? []
      : Array.from({ length: Math.max(0, 8 - groups.length - tailGroups.length) }, () => '0');
  return `${[...groups, ...zeros, ...tailGroups].slice(0, 4).join(':')}::/64`;
}
