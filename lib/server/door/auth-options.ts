import type { Account, AuthOptions } from 'next-auth';
import type { TokenSet } from 'openid-client';
import { z } from 'zod';
import { findIdentity } from '#db/identities.ts';
import { findUserById } from '#db/users.ts';
import { refuse } from '#lib/result.ts';
import { guestIdOfVisitor } from '#lib/server/guest/store-account.ts';
import type { Env, OidcSettings } from '#lib/server/host/env.ts';
import type { World } from '#lib/server/world.ts';
import { linkIdentity } from './link-identity.ts';
import { rateLimit } from './rate-limit.ts';
import {
  newSession,
  type Session,
  sessionClaims,
  sessionMaxAgeMs,
  sessionOfClaims,
  userOfSession,
} from './session-token.ts';
import { Credentials, signIn } from './sign-in.ts';
import type { Visitor } from './visitor.ts';

export const oidcProvider = 'oidc';
export const passwordProvider = 'credentials';

/** The claims of an id token that are used. */
const Claims = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  email: z.string().max(254).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(false),
  zoneinfo: z.string().optional().catch(undefined),
});

const isSecure = ({ publicUrl }: Pick<Env, 'publicUrl'>) => publicUrl.startsWith('https://');

/** The session's cookie. Over https its name binds it to this host and to encrypted connections. */
export function sessionCookie(env: Pick<Env, 'publicUrl'>) {
  const secure = isSecure(env);
  return {
    name: secure ? '__Host-surefoot.session' : 'surefoot.session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const;
}

/** The cookie of a guest. Over https its name binds it to this host and to encrypted connections. */
export function guestCookie(env: Pick<Env, 'publicUrl'>) {
  const secure = isSecure(env);
  return {
    name: secure ? '__Host-surefoot.guest' : 'surefoot.guest',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const;
}

/** The cookie of known devices, which only the sign-in page gets. Over https its name binds it to encrypted connections. */
export function deviceCookie(env: Pick<Env, 'publicUrl'>) {
  const secure = isSecure(env);
  return {
    name: secure ? '__Secure-surefoot.devices' : 'surefoot.devices',
    options: { httpOnly: true, sameSite: 'strict', path: '/signin', secure },
  } as const;
}

/** next-auth's configuration for one request. */
export function authOptions(world: World, env: Env, visitor: Visitor): AuthOptions {
  return {
    secret: world.secret,
    session: { strategy: 'jwt', maxAge: sessionMaxAgeMs / 1000 },
    jwt: { maxAge: sessionMaxAgeMs / 1000 },
    useSecureCookies: isSecure(env),
    cookies: { sessionToken: sessionCookie(env) },
    pages: { signIn: '/signin', signOut: '/signin', error: '/signin' },
    providers: [passwords(world, visitor), ...(env.oidc ? [openIdConnect(env.oidc)] : [])],
    callbacks: {
      /** Accepts a known or newly created user; the reason of a refusal goes to the sign-in page. */
      async signIn({ account, profile }) {
        if (account?.provider === passwordProvider) return true;
        const claims = Claims.parse(profile);
        if (account?.provider !== oidcProvider || account.providerAccountId !== claims.sub) return false;
        const identity = {
          provider: oidcProvider,
          subject: claims.sub,
          name: claims.name,
          userName: claims.preferred_username,
          email: claims.email,
          emailVerified: claims.email_verified === true,
          timeZone: claims.zoneinfo,
        };
        const guestId = await guestIdOfVisitor(world, visitor);
        const linked = await linkIdentity(world, env.signUp, identity, guestId);
        return linked.ok || `/signin?error=${linked.reason}`;
      },
      /** The token holds nothing of the provider. A token without an active user throws, which ends the session. */
      async jwt({ token, account }) {
        if (account) return sessionClaims(await sessionOfAccount(world, account));
        const session = sessionOfClaims(token);
        if (session === null || !(await userOfSession(world, session)))
          throw new Error('This session is over');
        return sessionClaims(session);
      },
      session: ({ session }) => ({ expires: session.expires, user: {} }),
    },
    logger: {
      error: (code, details) => logRefusal(world, code, details),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** A new session for the user of an account: found by identity for the sign-in service, by id for passwords. */
async function sessionOfAccount(
  world: World,
  account: Pick<Account, 'provider' | 'providerAccountId'>,
): Promise<Session> {
  const { provider, providerAccountId: id } = account;
  const { db } = world.database;
  const userId = provider === passwordProvider ? id : (await findIdentity(db, oidcProvider, id))?.userId;
  const user = userId === undefined ? undefined : await findUserById(db, userId);
  if (!user) throw new Error('An identity without a person signed in');
  return newSession(user, world.now());
}

/** The same check as the sign-in form, for programs that speak next-auth's protocol. */
function passwords(world: World, visitor: Visitor): AuthOptions['providers'][number] {
  return {
    id: passwordProvider,
    name: 'Password',
    type: 'credentials',
    credentials: {},
    async authorize(typed) {
      const credentials = Credentials.safeParse(typed);
      const result = credentials.success ? await signIn(world, credentials.data, visitor) : refuse('wrong');
      if (!result.ok) throw new Error(result.reason);
      return { id: result.value.userId };
    },
  };
}

function openIdConnect({
  issuer,
  clientId,
  clientSecret,
  name,
}: OidcSettings): AuthOptions['providers'][number] {
  return {
    id: oidcProvider,
    name,
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    authorization: { params: { scope: 'openid profile email' } },
    httpOptions: { timeout: 10_000 },
    // Many services leave name and e-mail out of the id token. Claims of the token itself take precedence.
    userinfo: {
      request: async ({ client, tokens }) => {
        const received = tokens as TokenSet; // next-auth passes openid-client's object, typed as its plain fields.
        const hasUserInfo =
          client.issuer.metadata.userinfo_endpoint !== undefined && received.access_token !== undefined;
        return { ...(hasUserInfo ? await client.userinfo(received) : {}), ...received.claims() };
      },
    },
    // next-auth asks for an id here; everything else is read from the claims themselves.
    profile: (claims: { sub: string }) => ({ id: claims.sub }),
  };
}

/** Anyone can send a broken answer of a sign-in service, and could fill the log with it. */
const mayLog = rateLimit({ burst: 10, perSecond: 0.1 });

/** next-auth's details may hold tokens and claims, so only the code and the first clause of the cause are logged. */
function logRefusal(world: World, code: string, details: unknown): void {
  // Old and broken cookies are common.
  if (code === 'JWT_SESSION_ERROR' || !mayLog('sign-in', world.now())) return;
  const cause = details instanceof Error ? details : Reflect.get(Object(details), 'error');
  const [clause = ''] = cause instanceof Error ? cause.message.split(/[,:]/) : [];
  console.error(`sign-in: ${code}: ${clause.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 120)}`);
}
