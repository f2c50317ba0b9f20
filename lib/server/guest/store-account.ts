import type { Tx } from '#db/client.ts';
import { becomeAccount, lockGuest } from '#db/guests.ts';
import { insertUser, type NewUser, type User } from '#db/users.ts';
import type { Visitor } from '#lib/server/door/visitor.ts';
import type { World } from '#lib/server/world.ts';
import { guestOfToken } from './guest-token.ts';

/**
 * Stores a new account; undefined when its user name or e-mail is taken. The guest of the same browser becomes it and
 * keeps every answer. Of several accounts that are made at once only one gets them, and no existing account ever does:
 * nobody knows whose answers they are on a shared computer.
 */
export async function storeAccount(
  tx: Tx,
  account: NewUser,
  guestId: string | null,
): Promise<User | undefined> {
  // Stored first, which reserves the name.
  const stored = await insertUser(tx, account);
  if (!stored || guestId === null || !(await lockGuest(tx, guestId))) return stored;
  return becomeAccount(tx, guestId, stored);
}

/** The id of the guest that a visitor's browser holds; null without one. */
export async function guestIdOfVisitor(
  world: World,
  { guest }: Pick<Visitor, 'guest'>,
): Promise<string | null> {
  return (await guestOfToken(world, guest))?.id ?? null;
}
