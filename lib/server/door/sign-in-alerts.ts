import type { Db } from '#db/client.ts';
import { countFailures, listFailures, recordFailure } from '#db/sign-in-failures.ts';
import type { User } from '#db/users.ts';
import type { World } from '#lib/server/world.ts';
import { counterId, throttleWindowMs } from './throttle.ts';

const kinds = { account: 'attacked-account', address: 'guessing-address' } as const;
/** Counted for no other reason than to take the time of a count for an account. */
const unknownName = 'unknown-name';
/** The number of wrong passwords within a window that is worth a line in the log; so is each tenfold of it. */
const remarkable = { account: 20, address: 100 } as const;

/**
 * Counts a wrong password for its account and its address, and logs a line when there are remarkably many. These counts
 * refuse nobody. Names that are no account's are not logged: one may be a password that was typed into the wrong field.
 */
export async function reportFailure(
  world: World,
  user: Pick<User, 'id' | 'userName'> | undefined,
  address: string,
  log: (line: string) => void = console.warn,
): Promise<void> {
  const { db } = world.database;
  const now = world.now();
  const fromAddress = await recordFailure(db, counterId(world, kinds.address, address), now);
  if (isRemarkable(fromAddress, remarkable.address))
    log(`sign-in: ${fromAddress} wrong passwords from ${address} within an hour`);
  const counter = user ? counterId(world, kinds.account, user.id) : counterId(world, unknownName, address);
  const forAccount = await recordFailure(db, counter, now);
  if (user && isRemarkable(forAccount, remarkable.account))
    log(`sign-in: ${forAccount} wrong passwords for ${user.userName} within an hour`);
}

/** The number of wrong passwords from an address within the window. */
export function failuresFrom(world: World, address: string): Promise<number> {
  return countFailures(world.database.db, counterId(world, kinds.address, address));
}

/** How many accounts and addresses have remarkably many wrong passwords now. */
export async function attacksNow(db: Db, now: Date): Promise<{ accounts: number; addresses: number }> {
  const since = new Date(now.getTime() - throttleWindowMs);
  const counters = await listFailures(db, Math.min(...Object.values(remarkable)), since);
  const count = (kind: keyof typeof kinds) =>
    counters.filter(
      ({ subject, failures }) => subject.startsWith(`${kinds[kind]}:`) && failures >= remarkable[kind],
    ).length;
  return { accounts: count('account'), addresses: count('address') };
}

function isRemarkable(count: number, first: number): boolean {
  return count >= first && Number.isInteger(Math.log10(count / first));
}
