import { parseArgs } from 'node:util';
import { passwordAdvice, passwordFault } from '#lib/access/password.ts';
import { DisplayName, UserName } from '#lib/access/user-name.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import { createOwner, Owner } from '#lib/server/account/create-owner.ts';
import { env } from '#lib/server/host/env.ts';
import { world } from '#lib/server/host/process-world.ts';
import type { World } from '#lib/server/world.ts';
import { ask, isTerminal } from './ask.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { values: given } = parseArgs({
    args: [...args],
    options: { user: { type: 'string' }, name: { type: 'string' }, password: { type: 'string' } },
  });
  const isWhole = given.user !== undefined && given.name !== undefined && given.password !== undefined;
  if (!isWhole && !isTerminal()) {
    throw new UsageError('There is no terminal to ask questions on. Give --user, --name and --password.');
  }
  const userName =
    given.user ?? (await ask('User name: ', (text) => UserName.safeParse(text).error?.issues[0]?.message));
  const displayName =
    given.name ?? (await ask('Full name: ', (text) => DisplayName.safeParse(text).error?.issues[0]?.message));
  const password = given.password ?? (await askPassword(userName));
  const owner = Owner.safeParse({ userName, displayName, password });
  if (!owner.success) {
    for (const { path, message } of owner.error.issues)
      console.error(`${fieldLabels[String(path[0])]}: ${message}`);
    return 1;
  }
  const made = await world();
  try {
    return await create(made, owner.data);
  } finally {
    await made.database.close();
  }
}

const fieldLabels: Record<string, string> = {
  userName: 'User name',
  displayName: 'Full name',
  password: 'Password',
};

async function askPassword(userName: string): Promise<string> {
  const password = await ask(
    'Password: ',
    (text) => {
      const fault = passwordFault(text, userName);
      return fault ? passwordAdvice[fault] : undefined;
    },
    'hidden',
  );
  await ask(
    'Once more: ',
    (text) => (text === password ? undefined : 'The two passwords differ. Enter the first one again.'),
    'hidden',
  );
  return password;
}

async function create(made: World, owner: Parameters<typeof createOwner>[1]): Promise<number> {
  const result = await createOwner(made, owner);
  if (!result.ok) {
    console.error(`The user name ${owner.userName} is taken. Choose another one.`);
    return 1;
  }
  const { user, others } = result.value;
  console.log(`${user.displayName} is an admin and signs in as "${user.userName}".`);
  if (others > 0) console.log(`There ${others === 1 ? 'was one admin' : `were ${others} admins`} before.`);
  console.log(`Next: start the server with "npm start" and open ${env().publicUrl}/signin`);
  return 0;
}
