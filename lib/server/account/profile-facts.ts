import { type ClassMembership, listMembershipsOf } from '#db/memberships.ts';
import { findUserById } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { World } from '#lib/server/world.ts';

/** What the profile page shows beyond the session: the user's classes, and whether there is a password to change. */
export async function profileFacts(
  { database }: World,
  { id }: Pick<SessionUser, 'id'>,
): Promise<{ classes: ClassMembership[]; hasPassword: boolean }> {
  const [classes, user] = [await listMembershipsOf(database.db, id), await findUserById(database.db, id)];
  return { classes, hasPassword: user?.passwordHash != null };
}
