import { decode, encode } from 'next-auth/jwt';
import { findUserById, setSessionsValidFrom, type User } from '#db/users.ts';
import { isStaff } from '#lib/access/role.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { World } from '#lib/server/world.ts';
import { rememberClaims } from './remember-claims.ts';

export const sessionMaxAgeMs = 14 * 24 * 60 * 60_000;
const staffMaxAgeMs = 2 * 24 * 60 * 60_000;

/** The user of a session and the time of sign-in: all that its token holds. */
export interface Session {
  readonly userId: string;
  readonly signedInAt: Date;
}

/** A session that starts now. It is never older than the cut-off that ended the user's other sessions. */
export function newSession(user: Pick<User, 'id' | 'sessionsValidFrom'>, now: Date): Session {
  return { userId: user.id, signedInAt: new Date(Math.max(now.getTime(), user.sessionsValidFrom.getTime())) };
}

/** The cut-off that ends every existing session, including those that started in this millisecond. */
export function cutOff(now: Date): Date {
  return new Date(now.getTime() + 1);
}

/** Ends every session of the user, including the current one, from its next request on. */
export async function signOutEverywhere(world: World, user: Pick<SessionUser, 'id'>): Promise<void> {
  await setSessionsValidFrom(world.database.db, user.id, cutOff(world.now()));
}

export const sessionClaims = ({ userId, signedInAt }: Session) => ({
  sub: userId,
  signedInAt: signedInAt.getTime(),
});

/** A session token, encrypted and dated by next-auth with the call that its own handlers use. */
export function mintToken(secret: string, session: Session): Promise<string> {
  return encode({ token: sessionClaims(session), secret, maxAge: sessionMaxAgeMs / 1000 });
}

const claimsOf = rememberClaims(decode);

/** Null for a token that was not made with this secret or has expired. */
async function readToken(world: World, token: string | undefined): Promise<Session | null> {
  if (!token) return null;
  try {
    return sessionOfClaims(await claimsOf({ token, secret: world.secret }, world.now()));
  } catch {
    // next-auth throws on every token that it cannot decrypt: nobody is signed in.
    return null;
  }
}

export function sessionOfClaims(claims: Readonly<Record<string, unknown>> | null): Session | null {
  const { sub, signedInAt } = claims ?? {};
  if (typeof sub !== 'string' || typeof signedInAt !== 'number' || !Number.isFinite(signedInAt)) return null;
  return { userId: sub, signedInAt: new Date(signedInAt) };
}

/** The user of a session as stored now; null when the user is disabled or deleted, or the session was ended or is too old. */
export async function userOfSession(world: World, session: Session | null): Promise<SessionUser | null> {
  if (session === null) return null;
  const user = await findUserById(world.database.db, session.userId);
  if (
    !user ||
    user.role === 'guest' ||
    user.disabledAt !== null ||
    session.signedInAt < user.sessionsValidFrom
  )
    return null;
  const maxAgeMs = isStaff(user.role) ? staffMaxAgeMs : sessionMaxAgeMs;
  return world.now().getTime() - session.signedInAt.getTime() > maxAgeMs ? null : sessionUser(user);
}

export async function userOfToken(world: World, token: string | undefined): Promise<SessionUser | null> {
  return userOfSession(world, await readToken(world, token));
}

/** A user without password and e-mail address. */
export function sessionUser(user: User): SessionUser {
  const { id, userName, displayName, role, timeZone, boardName, onBoard, clockFactor, timeAllowance } = user;
  const { xp, streakDays, streakBest, streakFreezes, lastActiveDay, lastActiveAt, lastActiveZone } = user;
  const { hidesPoints, hidesStreak, hidesBadges, hidesBoard, createdAt } = user;
  return {
    id,
    userName,
    displayName,
    role,
    timeZone,
    createdAt,
    boardName,
    onBoard,
    hidesPoints,
    hidesStreak,
    hidesBadges,
    hidesBoard,
    clockFactor,
    timeAllowance,
    xp,
    streakDays,
    streakBest,
    streakFreezes,
    lastActiveDay,
    lastActiveAt,
    lastActiveZone,
  };
}
