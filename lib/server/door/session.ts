import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { SessionUser } from '#lib/access/user.ts';
import { refuseWithStatus } from '#lib/server/host/current-request.mjs';
import { env } from '#lib/server/host/env.ts';
import { world } from '#lib/server/host/process-world.ts';
import { deviceCookie, sessionCookie } from './auth-options.ts';
import { deviceMaxAgeMs, withKnownDevice } from './known-device.ts';
import { mintToken, type Session, sessionMaxAgeMs, userOfToken } from './session-token.ts';

/** The signed-in user, read from the database once for each request; null when nobody is signed in. */
export const currentUser = cache(async (): Promise<SessionUser | null> => {
  const token = (await cookies()).get(sessionCookie(env()).name)?.value;
  return token ? userOfToken(await world(), token) : null;
});

/** The signed-in user of a personal page; for everybody else the page asks to sign in, with status 401. */
export async function userOfPage(): Promise<SessionUser | null> {
  const user = await currentUser();
  if (user === null) refuseWithStatus(401);
  return user;
}

/** The signed-in user, or a redirect to the sign-in page and back to `next`, by default the page the request came from. */
export async function requireUser(next?: string): Promise<SessionUser> {
  const user = await currentUser();
  if (user) return user;
  const path = next ?? pathOf((await headers()).get('referer'));
  redirect(path ? `/signin?next=${encodeURIComponent(path)}` : '/signin');
}

/** Replaces the browser's session, so that one an attacker has planted there is worthless. */
export async function startSession(session: Session): Promise<void> {
  const { name, options } = sessionCookie(env());
  const token = await mintToken((await world()).secret, session);
  (await cookies()).set(name, token, { ...options, maxAge: sessionMaxAgeMs / 1000 });
}

/** Makes this browser one that the user has signed in with, which others cannot slow down. */
export async function rememberDevice(session: Session): Promise<void> {
  const { name, options } = deviceCookie(env());
  const store = await cookies();
  const value = withKnownDevice(await world(), store.get(name)?.value, session);
  store.set(name, value, { ...options, maxAge: deviceMaxAgeMs / 1000 });
}

function pathOf(referer: string | null): string | null {
  if (referer === null || !URL.canParse(referer)) return null;
  const { pathname, search } = new URL(referer);
  return `${pathname}${search}`;
}
