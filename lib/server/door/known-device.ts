import { createHmac, timingSafeEqual } from 'node:crypto';
import type { User } from '#db/users.ts';
import type { World } from '#lib/server/world.ts';
import type { Session } from './session-token.ts';

/** A device on which a user has not signed in for so long is forgotten. */
export const deviceMaxAgeMs = 180 * 24 * 60 * 60_000;

/** On a shared computer, the users who signed in last are known. */
const maxUsers = 8;

/** One user's entry in the cookie. It does not name the user: only who knows the user can check the signature. */
interface Entry {
  readonly deviceId: string;
  readonly issuedAtMs: number;
  readonly signature: string;
}

/**
 * The id of the device that sent this cookie, when the user has signed in on it; null otherwise. A changed password and
 * signing out everywhere make every device unknown.
 */
export function knownDevice(
  world: World,
  cookie: string | undefined,
  { id, sessionsValidFrom }: Pick<User, 'id' | 'sessionsValidFrom'>,
): string | null {
  const entry = entriesOf(cookie).find((one) => isOf(world, one, id));
  if (!entry || entry.issuedAtMs < sessionsValidFrom.getTime()) return null;
  return world.now().getTime() - entry.issuedAtMs > deviceMaxAgeMs ? null : entry.deviceId;
}

/** The cookie's new value after a sign-in: the user's entry first, then those of other users. */
export function withKnownDevice(world: World, cookie: string | undefined, session: Session): string {
  const { userId, signedInAt } = session;
  const entries = entriesOf(cookie);
  const own = entries.find((one) => isOf(world, one, userId));
  const deviceId = own?.deviceId ?? world.newId();
  const issuedAtMs = signedInAt.getTime();
  const signature = sign(world, { deviceId, issuedAtMs }, userId);
  const others = entries.filter((one) => one !== own).slice(0, maxUsers - 1);
  return [{ deviceId, issuedAtMs, signature }, ...others].map(textOf).join('~');
}

function sign(
  { secret }: World,
  { deviceId, issuedAtMs }: Pick<Entry, 'deviceId' | 'issuedAtMs'>,
  userId: string,
): string {
  const text = JSON.stringify(['known-device', userId, deviceId, issuedAtMs]);
  return createHmac('sha256', secret).update(text).digest('base64url');
}

function isOf(world: World, entry: Entry, userId: string): boolean {
  const expected = Buffer.from(sign(world, entry, userId));
  const given = Buffer.from(entry.signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

const textOf = ({ deviceId, issuedAtMs, signature }: Entry) =>
  `${deviceId}.${issuedAtMs.toString(36)}.${signature}`;

function entriesOf(cookie = ''): Entry[] {
  return cookie
    .split('~')
    .slice(0, maxUsers)
    .flatMap((text) => {
      const [deviceId = '', issued = '', signature = ''] = text.split('.');
      const issuedAtMs = Number.parseInt(issued, 36);
      return deviceId && signature && Number.isSafeInteger(issuedAtMs)
        ? [{ deviceId, issuedAtMs, signature }]
        : [];
    });
}
