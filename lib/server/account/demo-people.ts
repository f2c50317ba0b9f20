import { z } from 'zod';
import { findUserById, listDemoPeople } from '#db/users.ts';
import { type AccountRole, roles } from '#lib/access/role.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import { newSession, type Session } from '#lib/server/door/session-token.ts';
import type { Env } from '#lib/server/host/env.ts';
import type { World } from '#lib/server/world.ts';

export const DemoForm = z.object({ userId: one(z.string().max(100)), next: one(z.string()).optional() });

export interface DemoPerson {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
}

export interface DemoGroup {
  readonly role: AccountRole;
  readonly people: readonly DemoPerson[];
}

/** Every user that a visitor of the demo may sign in as, by role; empty outside the demo. */
export async function demoPeople(world: World, { demo }: Pick<Env, 'demo'>): Promise<readonly DemoGroup[]> {
  if (!demo) return [];
  const people = await listDemoPeople(world.database.db);
  return roles
    .map((role) => ({
      role,
      people: people
        .filter((person) => person.role === role)
        .map(({ id, userName, displayName }) => ({ id, userName, displayName })),
    }))
    .filter((group) => group.people.length > 0);
}

/** Signs in without a password. Refused unless this server is a demo. */
export async function signInAsDemo(
  world: World,
  { demo }: Pick<Env, 'demo'>,
  { userId }: { readonly userId: string },
): Promise<Result<Session, 'no-demo' | 'unknown'>> {
  if (!demo) return refuse('no-demo');
  const user = await findUserById(world.database.db, userId);
  if (!user || user.role === 'guest' || user.disabledAt !== null) return refuse('unknown');
  return ok(newSession(user, world.now()));
}
