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
  /** As the browser tells it; without one the server's own zone is the best guess for a school. */
  readonly timeZone?: string | undefined;
}

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

export function timeZoneOr(told: string | undefined, otherwise: string): string {
  return (told === undefined ? undefined : canonicalTimeZone(told)) ?? otherwise;
}

function serverTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
