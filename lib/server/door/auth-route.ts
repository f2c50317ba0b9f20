import { returnPath } from '#lib/access/return-path.ts';
import type { Env } from '#lib/server/host/env.ts';
import type { World } from '#lib/server/world.ts';
import { sessionCookie } from './auth-options.ts';
import { type AuthResponse, callNextAuth, startOidc } from './call-next-auth.ts';
import { addressOf } from './peer-address.ts';
import { isOwnLink, isSameOrigin } from './same-origin.ts';
import { signOutEverywhere, userOfToken } from './session-token.ts';
import { shortText } from './short-text.ts';

/** Requests under /api/auth, handed to next-auth. Posts of other sites are refused; a script without an origin still needs next-auth's token. */
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
  if (path[0] === 'leave') return signOut(world, env, request);
  if (path[0] === 'begin') return startSignIn(world, env, request, url.searchParams.get('next') ?? undefined);
  const answer = await callNextAuth(world, env, {
    method: request.method === 'POST' ? 'POST' : 'GET',
    path,
    query: Object.fromEntries(url.searchParams),
    body: await fieldsOf(request),
    cookies: cookiesOf(request.headers.get('cookie') ?? ''),
    visitor: { address: addressOf(request.headers) },
  });
  return respond(answer);
}

/** Where the button of the school's sign-in leads. A link, as our CSP lets no form end on another site. */
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

/** Signing out is a posted form and a real navigation, so that nothing of the person stays in the browser's memory. */
async function signOut(world: World, env: Env, request: Request): Promise<Response> {
  if (request.method !== 'POST' || !isSameOrigin(request.headers, env.publicUrl)) {
    return new Response(null, { status: 405, headers: { allow: 'POST' } });
  }
  const { name, options } = sessionCookie(env);
  const user = await userOfToken(world, cookiesOf(request.headers.get('cookie') ?? '')[name]);
  const everywhere = (await fieldsOf(request)).everywhere !== undefined;
  if (user && everywhere) await signOutEverywhere(world, user);
  return new Response(null, {
    status: 303,
    headers: {
      location: everywhere ? '/signin?told=signed-out-everywhere' : '/signin?told=signed-out',
      'set-cookie': `${name}=; Path=${options.path}; Max-Age=0; HttpOnly; SameSite=Lax${options.secure ? '; Secure' : ''}`,
      'cache-control': 'private, no-store',
      'clear-site-data': '"cache", "storage"',
    },
  });
}

function respond(answer: AuthResponse): Response {
  const headers = new Headers([...answer.headers]);
  for (const line of answer.cookies) headers.append('set-cookie', line);
  headers.set('cache-control', 'private, no-store');
  return new Response(answer.body, { status: answer.status, headers });
}

const hasOrigin = (headers: Headers) => headers.has('origin') || headers.has('sec-fetch-site');

/** Small forms and small JSON objects of strings; anything else counts as nothing sent. */
async function fieldsOf(request: Request): Promise<Record<string, string>> {
  const text = request.method === 'POST' ? ((await shortText(request, 10_000)) ?? '') : '';
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  if (!type.startsWith('application/json')) return {};
  return Object.fromEntries(
    Object.entries(parsed(text)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function parsed(text: string): object {
  try {
    return Object(JSON.parse(text));
  } catch {
    // Not JSON: the same as nothing sent.
    return {};
  }
}

function cookiesOf(header: string): Record<string, string> {
  return Object.fromEntries(
    header.split(';').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 1 ? [] : [[pair.slice(0, at).trim(), decoded(pair.slice(at + 1).trim())]];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken escape is no cookie of ours.
    return '';
  }
}
