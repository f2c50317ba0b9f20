import { z } from 'zod';
import { setBoard } from '#db/users.ts';
import { isStaff } from '#lib/access/role.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { DisplayName } from '#lib/access/user-name.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';

const noName = z
  .string()
  .regex(/^\s*$/)
  .transform(() => null);

export const BoardForm = z.object({
  show: one(z.enum(['yes', 'no']).transform((show) => show === 'yes')),
  boardName: one(z.union([noName, DisplayName])).default(null),
});

/** Saves whether, and under which name, a student is shown on the leaderboards of their classes. */
export async function showOnBoard(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
  { show, boardName }: z.output<typeof BoardForm>,
): Promise<Result<null, 'staff'>> {
  if (isStaff(user.role)) return refuse('staff');
  await setBoard(world.database.db, user.id, { onBoard: show, boardName });
  return ok(null);
}
