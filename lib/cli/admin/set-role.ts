import { parseArgs } from 'node:util';
import { findUserByLogin, setRole } from '#db/users.ts';
import { roles } from '#lib/access/role.ts';
import { canonicalLogin } from '#lib/access/user-name.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import { env } from '#lib/server/host/env.ts';
import { world } from '#lib/server/host/process-world.ts';
import { assertSchoolExists } from './existing-school.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [login, wanted, ...more] = positionals;
  const role = roles.find((name) => name === wanted);
  if (!login || !role || more.length > 0) {
    throw new UsageError(`Name a person and one of ${roles.join(', ')}: set-role ada teacher`);
  }
  await assertSchoolExists(env(), { isWhole: false });
  const { database } = await world();
  try {
    const user = await findUserByLogin(database.db, canonicalLogin(login));
    if (!user) {
      console.error(`Nobody signs in as "${login}". The user name is the one typed on the sign-in page.`);
      return 1;
    }
    await setRole(database.db, user.id, role);
    console.log(`${user.displayName} is now ${role}.`);
    return 0;
  } finally {
    await database.close();
  }
}
