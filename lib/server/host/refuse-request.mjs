// @ts-check
// Plain JavaScript, because Node loads it before Next and without a compiler.

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */

/**
 * What the guard knows of this server.
 * @typedef {{ publicUrl: string, trustProxy: boolean }} Site
 * @typedef {{ status: number, words: string, headers?: Record<string, string> }} Refusal
 * @typedef {Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { isFromThisMachine: boolean }} RequestHead
 */

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'];
/** The limit of `serverActions.bodySizeLimit` in next.config.mjs. */
const maxFormBytes = 256 * 1024;
/** For supervisors and load balancers, which ask by address. It tells nothing but whether the server is well. */
const healthPath = '/api/health';

/**
 * Why a request is refused before Next sees it: Next would answer 500 to some of these and log a stack, or serve a page to
 * a foreign name. Null for every request of a browser that visits this site.
 * @param {RequestHead} request
 * @param {Site} site
 * @returns {Refusal | null}
 */
export function refusalOf(request, site) {
  const { url = '', method = '' } = request;
  const [path = ''] = url.split('?');
  // PostgreSQL takes no NUL, wherever an address names something that is looked for there.
  if (!url.startsWith('/') || !isDecodable(path) || url.includes('%00'))
    return refuse(400, 'This address is not well formed.');
  if (path !== healthPath && !isOurName(request, site)) {
    return refuse(
      421,
      `This server answers as ${site.publicUrl}. Its operator sets the address as PUBLIC_URL.`,
    );
  }
  if (!methods.includes(method)) {
    return refuse(405, 'This method is not known here.', { allow: methods.join(', ') });
  }
  if (!isRouterState(request.headers['next-router-state-tree']))
    return refuse(400, 'The state of the router is not well formed.');
  if (method === 'POST' && path.startsWith('/_next/'))
    return refuse(405, 'Files take no forms.', { allow: 'GET, HEAD' });
  return isForm(request) ? formRefusal(request, site) : null;
}

/**
 * Whether a server action may run for this request: any page takes them.
 * @param {Pick<RequestHead, 'method' | 'url'>} request
 */
export function isForm({ method, url = '' }) {
  return method === 'POST' && !url.startsWith('/api/');
}

/**
 * @param {number} status
 * @param {string} words
 * @param {Record<string, string>} [headers]
 * @returns {Refusal}
 */
function refuse(status, words, headers = {}) {
  return { status, words, headers };
}

/** @param {string} path */
function isDecodable(path) {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    // A malformed escape, or bytes that are no UTF-8.
    return false;
  }
}

/**
 * Whether the visitor asked for this site by its name. A page of another site may reach this server through a name of its
 * own that points here; to the browser, both are then one site. Ports are not compared: no name can be pointed at one.
 * @param {RequestHead} request
 * @param {Site} site
 */
function isOurName({ headers, isFromThisMachine }, { publicUrl, trustProxy }) {
  const forwarded = trustProxy ? headers['x-forwarded-host'] : undefined;
  const asked = nameOf(String(forwarded ?? headers.host ?? ''));
  const ours = new URL(publicUrl).hostname;
  return asked === ours || (isLoopback(asked) && (isFromThisMachine || isLoopback(ours)));
}

/** @param {string} host */
function nameOf(host) {
  // Other signs than those of a name and a port would end it, or stand before it.
  const url = `http://${host}/`;
  return /^[\w.:[\]-]*$/.test(host) && URL.canParse(url) ? new URL(url).hostname : '';
}

/** @param {string} name */
function isLoopback(name) {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(name);
}

/** @param {string | string[] | undefined} header */
function isRouterState(header) {
  if (header === undefined) return true;
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(String(header))));
  } catch {
    // Neither an escaped text nor JSON.
    return false;
  }
}

/**
 * @param {RequestHead} request
 * @param {Site} site
 */
function formRefusal({ headers }, { publicUrl }) {
  const { origin, host } = headers;
  if (origin !== undefined && !isOurOrigin(origin, host, publicUrl))
    return refuse(403, 'Sent from another site.');
  if (Number(headers['content-length'] ?? 0) > maxFormBytes) return refuse(413, 'This form is too long.');
  const type = headers['content-type'] ?? '';
  const isMultipart = /^multipart\/form-data\s*;.*boundary=/i.test(type);
  const isArguments = headers['next-action'] !== undefined && type.startsWith('text/plain');
  return isMultipart || isArguments ? null : refuse(415, 'Pages take forms as multipart/form-data.');
}

/**
 * @param {string} origin
 * @param {string | undefined} host
 * @param {string} publicUrl
 */
function isOurOrigin(origin, host, publicUrl) {
  return URL.canParse(origin) && (origin === publicUrl || new URL(origin).host === host);
}
