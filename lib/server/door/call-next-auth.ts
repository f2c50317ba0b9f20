import type { AuthOptions } from 'next-auth';
import * as nextAuth from 'next-auth';
import type { Env } from '#lib/server/host/env.ts';
import type { World } from '#lib/server/world.ts';
import { authOptions, oidcProvider } from './auth-options.ts';
import type { Visitor } from './visitor.ts';

/**
 * next-auth's handlers, called within the process. The package exports them only behind Next's old request and
 * response objects, so this file plays those two: hence its casts, and hence no other file needs next-auth.
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

/** The only parts of next-auth that are reachable: neither its pages nor its log. */
const reachable = ['csrf', 'providers', 'session', 'signin', 'signout', 'callback', 'error'];

export async function callNextAuth(world: World, env: Env, question: AuthRequest): Promise<AuthResponse> {
  const [verb = ''] = question.path;
  const answer = new RecordedResponse();
  if (!reachable.includes(verb)) return answer.status(404).done();
  // Its own address is read from here and nowhere else; without it next-auth would guess.
  process.env.NEXTAUTH_URL = env.publicUrl;
  const { method, path, query = {}, body = {}, cookies, visitor } = question;
  const request = { method, query: { ...query, nextauth: path }, body, cookies, headers: {} };
  await handler()(request, answer, authOptions(world, env, visitor));
  return answer.done();
}

/** The two steps of going to the sign-in service: a token against forged requests, then the way there. */
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
  const at = pair.indexOf('=');
  return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
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
