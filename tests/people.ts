import type { Database } from '#db/client.ts';
import { insertUser, type NewUser, type User } from '#db/users.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { processSandbox } from '#lib/server/sandbox/sandbox.ts';
import type { World } from '#lib/server/world.ts';

export interface TestWorld extends World {
  /** Advances the frozen clock. */
  pass(ms: number): void;
}

/** A world with a frozen clock, counted ids and only the given lessons. */
export function testWorld(database: Database, library: Library = makeLibrary([], [])): TestWorld {
  let nowMs = Date.parse('2026-11-22T09:00:00Z');
  let ids = 0;
  return {
    database,
    secret: 'a secret of the tests, long enough',
    now: () => new Date(nowMs),
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    sandbox: processSandbox(),
    testRule: standardRule,
    hasGuests: true,
    library: async () => library,
    pass: (ms) => {
      nowMs += ms;
    },
  };
}

/** Stores a person; fields that are not given are those of an ordinary student. */
export async function addPerson(
  world: World,
  fields: Partial<NewUser> & { userName: string },
): Promise<User> {
  const user = await insertUser(world.database.db, {
    id: `user-${fields.userName}`,
    displayName: fields.userName,
    role: 'student',
    timeZone: 'Europe/Berlin',
    sessionsValidFrom: world.now(),
    createdAt: world.now(),
    ...fields,
  });
  if (!user) throw new Error(`There is already a person called ${fields.userName}`);
  return user;
}
