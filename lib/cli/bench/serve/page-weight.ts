import { type HttpRequest, send, textOf } from './http-request.ts';

/** Kilobytes are 1,000 bytes as sent, after gzip. `requests` counts the document and all files that it names. */
export interface PageWeight {
  readonly path: string;
  readonly htmlKb: number;
  readonly jsKbGzip: number;
  readonly cssKbGzip: number;
  readonly requests: number;
}

/** Paths of the files that a document names, each once. */
export interface NamedFiles {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly others: readonly string[];
}

/**
 * The built files that a browser loads for a document until it is interactive: those of its tags and those of the client
 * components in its flight data. Scripts for browsers without modules are not among them.
 */
export function namedFiles(html: string): NamedFiles {
  const loaded = html.replaceAll(/<script[^>]*\bnoModule\b[^>]*>/gi, '');
  const paths = [...new Set(loaded.match(/\/_next\/static\/[^"'\\\s<>?]+\.\w+/g) ?? [])];
  const isScript = (path: string) => path.endsWith('.js');
  const isStyle = (path: string) => path.endsWith('.css');
  return {
    scripts: paths.filter(isScript),
    styles: paths.filter(isStyle),
    others: paths.filter((path) => !isScript(path) && !isStyle(path)),
  };
}

/** Weighs a page. Throws when it or one of its files does not answer with status 200. */
export async function weighPage(port: number, request: HttpRequest): Promise<PageWeight> {
  const page = await fetched(port, request);
  const files = namedFiles(await textOf(page));
  const kb = async (paths: readonly string[]) => {
    const replies = paths.map((path) => fetched(port, { method: 'GET', path, headers: {} }));
    return (await Promise.all(replies)).reduce((sum, { sent }) => sum + sent.length, 0) / 1000;
  };
  return {
    path: request.path,
    htmlKb: page.sent.length / 1000,
    jsKbGzip: await kb(files.scripts),
    cssKbGzip: await kb(files.styles),
    requests: 1 + files.scripts.length + files.styles.length + files.others.length,
  };
}

async function fetched(port: number, request: HttpRequest) {
  const reply = await send(port, request);
  if (reply.status !== 200) throw new Error(`${request.path} answers with status ${reply.status}`);
  return reply;
}
