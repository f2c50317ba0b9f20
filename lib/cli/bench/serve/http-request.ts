import { type Agent, request } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** A request to a server on this machine. A body is text, since forms are posted without files. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface HttpReply {
  readonly status: number;
  /** Bytes as they were sent, after compression. */
  readonly sent: Buffer;
}

/** Sends a request to a port of this machine as a browser does, compression included, and reads the whole reply. */
export function send(
  port: number,
  { method, path, headers, body }: HttpRequest,
  agent?: Agent,
): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = {
      host: '127.0.0.1',
      port,
      method,
      path,
      ...(agent ? { agent } : {}),
      headers: { host: `localhost:${port}`, 'accept-encoding': 'gzip', ...headers, ...length },
      timeout: 60_000,
    };
    const outgoing = request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.once('end', () => resolve({ status: incoming.statusCode ?? 0, sent: Buffer.concat(chunks) }));
      incoming.once('error', reject);
    });
    outgoing.once('error', reject);
    outgoing.once('timeout', () => outgoing.destroy(new Error(`${path} did not reply within a minute`)));
    outgoing.end(body);
  });
}

const gzipMark = 0x1f8b;

/** The text of a reply, unpacked if it was compressed. */
export async function textOf({ sent }: HttpReply): Promise<string> {
  const isPacked = sent.length > 2 && sent.readUInt16BE(0) === gzipMark;
  return (isPacked ? await promisify(gunzip)(sent) : sent).toString('utf8');
}
