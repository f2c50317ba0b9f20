import type { AuthOptions } from 'next-auth';
import * as nextAuth from 'next-auth';
import type { Env } from '#lib/server/host/env.ts';
import type { World } from '#lib/server/world.ts';
import { authOptions, oidcProvider } from './auth-options.ts';
import type { Visitor } from './visitor.ts';

/**
 * A request to next-auth's handlers, which are called within the process. The package exports them only for the request
 * and response objects of Next's pages router, so this file imitates those two, with casts; no other file does.
 */
export interface AuthRequest {
  readonly method: 'GET' | 'POST';
  /** What follows /api/auth: ['callback', 'oidc']. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly visitor: Visitor;
}

export interface AuthResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** Lines for Set-Cookie. */
  readonly cookies: readonly string[];
  readonly body: string | null;
}

type Handler = (request: unknown, response: unknown, options: AuthOptions) => Promise<unknown>;

/** A bundler unwraps the CommonJS default once, Node does not. */
function handler(): Handler {
  const exported: unknown = Reflect.get(nextAuth, 'default');
  const found = typeof exported === 'function' ? exported : Reflect.get(Object(exported), 'default');
  if (typeof found !== 'function') throw new Error('next-auth no longer exports its handler');
  return found as Handler;
}

/** The parts of next-auth that requests can reach: neither its pages nor its log. */
const reachable = ['csrf', 'providers', 'session', 'signin', 'signout', 'callback', 'error'];

export async function callNextAuth(world: World, env: Env, authRequest: AuthRequest): Promise<AuthResponse> {
  const [verb = ''] = authRequest.path;
  const response = new RecordedResponse();
  if (!reachable.includes(verb)) return response.status(404).done();
  // next-auth reads its own address only from this variable, and guesses it otherwise.
  process.env.NEXTAUTH_URL = env.publicUrl;
  const { method, path, query = {}, body = {}, cookies, visitor } = authRequest;
  const request = { method, query: { ...query, nextauth: path }, body, cookies, headers: {} };
  await handler()(request, response, authOptions(world, env, visitor));
  return response.done();
}

/** Redirects to the sign-in service: gets a token against forged requests, then starts the sign-in with it. */
export async function startOidc(
  world: World,
  env: Env,
  returnTo: string,
  visitor: Visitor,
): Promise<AuthResponse> {
  const first = await callNextAuth(world, env, { method: 'GET', path: ['csrf'], cookies: {}, visitor });
  const { csrfToken } = JSON.parse(first.body ?? '{}') as { csrfToken: string };
  return callNextAuth(world, env, {
    method: 'POST',
    path: ['signin', oidcProvider],
    body: { csrfToken, callbackUrl: returnTo },
    cookies: Object.fromEntries(first.cookies.map(nameAndValue)),
    visitor,
  });
}

function nameAndValue(line: string): [name: string, value: string] {
  const [pair = ''] = line.split(';');
  const separator = pair.indexOf('=');
  return [pair.slice(0, separator), decodeURIComponent(pair.slice(separator + 1))];
}

/** The parts of a NextApiResponse that next-auth calls. */
class RecordedResponse {
  #status = 200;
  #body: string | null = null;
  readonly #headers = new Map<string, string | string[]>();

  status(code: number): this {
    this.#status = code;
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  json(value: unknown): void {
    this.setHeader('Content-Type', 'application/json');
    this.#body = JSON.stringify(value);
  }

  send(value: unknown): void {
    if (typeof value === 'string' || value === undefined) this.#body = value ?? null;
    else this.json(value);
  }

  end(): void {}

  done(): AuthResponse {
    const cookies = this.#headers.get('set-cookie');
    const single = [...this.#headers].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    return {
      status: this.#status,
      headers: new Map(single),
      cookies: Array.isArray(cookies) ? cookies : [],
      body: this.#body,
    };
  }
}
