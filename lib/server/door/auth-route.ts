import { returnPath } from '#lib/access/return-path.ts';
import type { Env } from '#lib/server/host/env.ts';
import type { World } from '#lib/server/world.ts';
import { guestCookie, oidcProvider, passwordProvider, sessionCookie } from './auth-options.ts';
import { type AuthResponse, callNextAuth, startOidc } from './call-next-auth.ts';
import { shortText } from './json-request.ts';
import { addressOf } from './peer-address.ts';
import { isOwnLink, isSameOrigin } from './same-origin.ts';
import { signOutEverywhere, userOfToken } from './session-token.ts';

/** Answers requests under /api/auth with next-auth. Posts from other sites are refused; posts without an origin still need next-auth's token. */
export async function answerAuth(world: World, env: Env, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (
    request.method === 'POST' &&
    hasOrigin(request.headers) &&
    !isSameOrigin(request.headers, env.publicUrl)
  ) {
    return new Response('Sent from another site.', { status: 403 });
  }
  const path = url.pathname.split('/').slice(3);
  const refusal = protocolRefusal(env, request.method, path);
  if (refusal) return refusal;
  if (path[0] === 'leave') return signOut(world, env, request);
  if (path[0] === 'begin') return startSignIn(world, env, request, url.searchParams.get('next') ?? undefined);
  const query = Object.fromEntries(url.searchParams);
  if (query.callbackUrl && !isWebAddress(query.callbackUrl, env))
    return new Response('This address is not well formed.', { status: 400 });
  const body = await fieldsOf(request);
  if (body === null) return new Response('This is not well formed JSON.', { status: 400 });
  const cookies = cookiesOf(request.headers.get('cookie') ?? '');
  const response = await callNextAuth(world, env, {
    method: request.method === 'POST' ? 'POST' : 'GET',
    path,
    query,
    body,
    cookies: withoutBrokenCallback(cookies, env),
    visitor: { address: addressOf(request.headers), guest: cookies[guestCookie(env).name] },
  });
  return respond(response);
}

/** next-auth answers 500 to a callback address that is none, in the query and in its own cookie. */
function isWebAddress(text: string, { publicUrl }: Env): boolean {
  const base = text.startsWith('/') ? publicUrl : undefined;
  return URL.canParse(text, base) && /^https?:$/.test(new URL(text, base).protocol);
}

function withoutBrokenCallback(cookies: Record<string, string>, env: Env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cookies).filter(
      ([name, value]) => !name.endsWith('next-auth.callback-url') || isWebAddress(value, env),
    ),
  );
}

/** next-auth answers 500 to a password by GET, and redirects whoever names a service that does not exist. */
function protocolRefusal(env: Env, method: string, [verb = '', service]: readonly string[]): Response | null {
  if (service === undefined || !['signin', 'callback'].includes(verb)) return null;
  const isService = service === oidcProvider && env.oidc !== null;
  if (service !== passwordProvider && !isService)
    return new Response('There is no such sign-in service.', { status: 404 });
  return service === passwordProvider && method !== 'POST'
    ? new Response(null, { status: 405, headers: { allow: 'POST' } })
    : null;
}

/** The target of the school sign-in button, which is a link because the CSP lets no form lead to another site. */
async function startSignIn(
  world: World,
  env: Env,
  { headers }: Request,
  next: string | undefined,
): Promise<Response> {
  if (env.oidc === null || !isOwnLink(headers, env.publicUrl)) {
    return new Response(null, { status: 303, headers: { location: '/signin' } });
  }
  return respond(await startOidc(world, env, returnPath(next), { address: addressOf(headers) }));
}

/** Sign-out is a posted form with a full navigation, so that no data of the user stays in the browser's memory. */
async function signOut(world: World, env: Env, request: Request): Promise<Response> {
  if (request.method !== 'POST' || !isSameOrigin(request.headers, env.publicUrl)) {
    return new Response(null, { status: 405, headers: { allow: 'POST' } });
  }
  const { name, options } = sessionCookie(env);
  const user = await userOfToken(world, cookiesOf(request.headers.get('cookie') ?? '')[name]);
  const everywhere = (await fieldsOf(request))?.everywhere !== undefined;
  if (user && everywhere) await signOutEverywhere(world, user);
  const headers = new Headers({
    location: everywhere ? '/signin?told=signed-out-everywhere' : '/signin?told=signed-out',
    'cache-control': 'private, no-store',
    'clear-site-data': '"cache", "storage"',
  });
  // The answers of an earlier guest are not for whoever uses the device next.
  for (const cookie of [name, guestCookie(env).name])
    headers.append(
      'set-cookie',
      `${cookie}=; Path=${options.path}; Max-Age=0; HttpOnly; SameSite=Lax${options.secure ? '; Secure' : ''}`,
    );
  return new Response(null, { status: 303, headers });
}

function respond(response: AuthResponse): Response {
  const headers = new Headers([...response.headers]);
  for (const line of response.cookies) headers.append('set-cookie', line);
  headers.set('cache-control', 'private, no-store');
  return new Response(response.body, { status: response.status, headers });
}

const hasOrigin = (headers: Headers) => headers.has('origin') || headers.has('sec-fetch-site');

/** The fields of a small form or a small JSON object of strings; empty for another kind of body, null for broken JSON. */
async function fieldsOf(request: Request): Promise<Record<string, string> | null> {
  const text = request.method === 'POST' ? ((await shortText(request, 10_000)) ?? '') : '';
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  if (!type.startsWith('application/json') || text === '') return {};
  const value = parsed(text);
  return value === null
    ? null
    : Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
}

function parsed(text: string): object | null {
  try {
    return Object(JSON.parse(text));
  } catch {
    // Not JSON.
    return null;
  }
}

function cookiesOf(header: string): Record<string, string> {
  return Object.fromEntries(
    header.split(';').flatMap((pair) => {
      const separator = pair.indexOf('=');
      if (separator < 1) return [];
      return [[pair.slice(0, separator).trim(), decoded(pair.slice(separator + 1).trim())]];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A malformed escape: not one of our cookies.
    return '';
  }
}
