import type { NewUser } from '#db/users.ts';
import type { Role } from '#lib/access/role.ts';
import { canonicalTimeZone } from '#lib/access/time-zone.ts';
import type { World } from '#lib/server/world.ts';

export interface NewPerson {
  readonly userName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly passwordHash?: string | null;
  readonly email?: string | null;
  /** As the browser reports it; by default the server's own time zone. */
  readonly timeZone?: string | undefined;
}

/** The database row of a new user, with a new id. */
export function newPerson(world: World, person: NewPerson): NewUser {
  const now = world.now();
  return {
    id: world.newId(),
    userName: person.userName,
    displayName: person.displayName,
    role: person.role,
    email: person.email ?? null,
    passwordHash: person.passwordHash ?? null,
    timeZone: timeZoneOr(person.timeZone, serverTimeZone()),
    sessionsValidFrom: now,
    createdAt: now,
  };
}

function timeZoneOr(zone: string | undefined, fallback: string): string {
  return (zone === undefined ? undefined : canonicalTimeZone(zone)) ?? fallback;
}

function serverTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
