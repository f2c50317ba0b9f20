import { z } from 'zod';
import { countUsersByRole, insertUser, type User } from '#db/users.ts';
import { passwordAdvice, passwordFault } from '#lib/access/password.ts';
import { DisplayName, UserName } from '#lib/access/user-name.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { hashPassword } from '#lib/server/door/password-hash.ts';
import type { World } from '#lib/server/world.ts';
import { newPerson } from './new-person.ts';

export const Owner = z
  .object({ userName: UserName, displayName: DisplayName, password: z.string() })
  .check(({ value, issues }) => {
    const fault = passwordFault(value.password, value.userName);
    if (fault) issues.push({ code: 'custom', path: ['password'], message: passwordAdvice[fault], input: '' });
  });

/** Creates an admin, from the command line. More than one is allowed; `others` is the number that existed before. */
export async function createOwner(
  world: World,
  { userName, displayName, password }: z.output<typeof Owner>,
): Promise<Result<{ user: User; others: number }, 'name-taken'>> {
  const counts = await countUsersByRole(world.database.db);
  const passwordHash = await hashPassword(password);
  const user = await insertUser(
    world.database.db,
    newPerson(world, { userName, displayName, passwordHash, role: 'admin' }),
  );
  const others = counts.find(({ role }) => role === 'admin')?.n ?? 0;
  return user ? ok({ user, others }) : refuse('name-taken');
}
