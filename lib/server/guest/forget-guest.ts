import { z } from 'zod';
import { listActivityStandings } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result } from '#lib/result.ts';
import type { Visitor } from '#lib/server/door/visitor.ts';
import type { World } from '#lib/server/world.ts';
import { removeGuest } from './start-guest.ts';
import { guestIdOfVisitor } from './store-account.ts';

export const ForgetForm = z.object({});

/** Removes the guest of a visitor's browser with everything answered; nothing happens without one. */
export async function forgetGuest(
  world: World,
  _input: object,
  visitor: Visitor,
): Promise<Result<null, never>> {
  const id = await guestIdOfVisitor(world, visitor);
  if (id !== null) await removeGuest(world, id);
  return ok(null);
}

/** The number of answers that a guest has given. */
export async function countGuestAnswers(
  { database }: World,
  { id }: Pick<SessionUser, 'id'>,
): Promise<number> {
  const rows = await listActivityStandings(database.db, [id]);
  return rows.reduce((sum, { tries }) => sum + tries, 0);
}
