import { z } from 'zod';
import { findMembership } from '#db/memberships.ts';
import { lockPerson } from '#db/standings.ts';
import { setTimeAllowance as storeTimeAllowance } from '#db/users.ts';
import { timeAllowances } from '#lib/access/clock.ts';
import { mayChangeAccount } from '#lib/access/may-change-account.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { lengthenClocks } from '#lib/server/clock/lengthen-clocks.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';
import { StudentOfClass } from './reset-student-password.ts';

export const AllowanceForm = StudentOfClass.extend({
  allowance: one(z.enum(timeAllowances.map(String), 'Choose one of the settings.').transform(Number)),
});

/** Sets a student's time allowance for all items with a clock. A running clock is lengthened, never shortened. */
export async function setTimeAllowance(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
  { classroom, student, allowance }: z.output<typeof AllowanceForm>,
): Promise<Result<null, 'not-found'>> {
  return world.database.transaction(async (tx) => {
    const teacherMembership = await findMembership(tx, classroom, user.id);
    const membership = await findMembership(tx, classroom, student);
    const person = await lockPerson(tx, student);
    if (!person || !mayChangeAccount(user, teacherMembership, { role: person.role, membership }))
      return refuse('not-found');
    await storeTimeAllowance(tx, student, allowance);
    await lengthenClocks(tx, world, { ...person, timeAllowance: allowance });
    return ok(null);
  });
}
