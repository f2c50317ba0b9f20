import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { guestMs } from '#lib/access/guest.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { guestOfToken, guestToken } from '#lib/server/guest/guest-token.ts';
import { refuseWithStatus } from '#lib/server/host/current-request.mjs';
import { env } from '#lib/server/host/env.ts';
import { world } from '#lib/server/host/process-world.ts';
import { deviceCookie, guestCookie, sessionCookie } from './auth-options.ts';
import { deviceMaxAgeMs, withKnownDevice } from './known-device.ts';
import { mintToken, type Session, sessionMaxAgeMs, userOfToken } from './session-token.ts';

/** The signed-in user, read from the database once for each request; null when nobody is signed in. */
export const currentUser = cache(async (): Promise<SessionUser | null> => {
  const token = (await cookies()).get(sessionCookie(env()).name)?.value;
  return token ? userOfToken(await world(), token) : null;
});

/** The signed-in user, else the guest of this browser; null for a visitor who has answered nothing. */
export const currentLearner = cache(async (): Promise<SessionUser | null> => {
  const user = await currentUser();
  return user ?? guestOfToken(await world(), (await cookies()).get(guestCookie(env()).name)?.value);
});

/** Whether this browser holds a session, even one that is over. */
export async function wasSignedIn(): Promise<boolean> {
  return (await cookies()).has(sessionCookie(env()).name);
}

/** The signed-in user of a personal page; for everybody else the page asks to sign in, with status 401. */
export async function userOfPage(): Promise<SessionUser | null> {
  const user = await currentUser();
  if (user === null) refuseWithStatus(401);
  return user;
}

/** The signed-in user, or a redirect to the sign-in page and back to `next`, by default the page the request came from. */
export async function requireUser(next?: string): Promise<SessionUser> {
  const user = await currentUser();
  return user ?? askToSignIn(next);
}

/** The signed-in user or the guest of this browser; for everybody else the same redirect. */
export async function requireLearner(): Promise<SessionUser> {
  return (await currentLearner()) ?? askToSignIn();
}

async function askToSignIn(next?: string): Promise<never> {
  const path = next ?? pathOf((await headers()).get('referer'));
  redirect(path ? `/signin?next=${encodeURIComponent(path)}` : '/signin');
}

/** Replaces the browser's session, so that one an attacker has planted there is worthless. */
export async function startSession(session: Session): Promise<void> {
  const { name, options } = sessionCookie(env());
  const token = await mintToken((await world()).secret, session);
  (await cookies()).set(name, token, { ...options, maxAge: sessionMaxAgeMs / 1000 });
}

/** Remembers the guest in this browser, as long as the server does. */
export async function rememberGuest(guestId: string): Promise<void> {
  const { name, options } = guestCookie(env());
  (await cookies()).set(name, guestToken(await world(), guestId), { ...options, maxAge: guestMs / 1000 });
}

/** Forgets the guest in this browser. */
export async function dropGuestCookie(): Promise<void> {
  const { name, options } = guestCookie(env());
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
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
