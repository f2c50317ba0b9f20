import { parseArgs } from 'node:util';
import { addTrackAuthor, listTrackAuthors, removeTrackAuthor } from '#db/track-authors.ts';
import { findUserByLogin } from '#db/users.ts';
import { mayWriteLessons } from '#lib/access/may-author.ts';
import { canonicalLogin } from '#lib/access/user-name.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import { TrackName } from '#lib/lesson/lesson-files.ts';
import { env } from '#lib/server/host/env.ts';
import { world } from '#lib/server/host/process-world.ts';
import type { World } from '#lib/server/world.ts';
import { assertSchoolExists } from './existing-school.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { add: { type: 'string' }, remove: { type: 'string' } },
  });
  const [track, ...more] = positionals;
  if (!track || more.length > 0 || !TrackName.safeParse(track).success || (values.add && values.remove))
    throw new UsageError('Name the folder of a track, and perhaps a person: track-authors mlops --add ada');
  await assertSchoolExists(env(), { isWhole: false });
  const current = await world();
  try {
    return await changeTrackAuthors(current, track, values);
  } finally {
    await current.database.close();
  }
}

/** Adds or removes a person, and prints who owns the track then; returns the exit code. */
export async function changeTrackAuthors(
  world: Pick<World, 'database' | 'now'>,
  track: string,
  { add, remove }: { readonly add?: string | undefined; readonly remove?: string | undefined },
): Promise<number> {
  const { db } = world.database;
  const login = add ?? remove;
  const user = login === undefined ? undefined : await findUserByLogin(db, canonicalLogin(login));
  if (login !== undefined && !user) {
    console.error(`Nobody signs in as "${login}". The user name is the one typed on the sign-in page.`);
    return 1;
  }
  if (user && add !== undefined) {
    if (!mayWriteLessons(user)) {
      console.error(`${user.displayName} is ${user.role}. First run: set-role ${login} author`);
      return 1;
    }
    await addTrackAuthor(db, { track, userId: user.id, addedAt: world.now() });
  }
  if (user && remove !== undefined && !(await removeTrackAuthor(db, { track, userId: user.id }))) {
    console.error(`${user.displayName} does not own ${track}.`);
    return 1;
  }
  const owners = await listTrackAuthors(db, track);
  console.log(
    owners.length === 0
      ? `Nobody owns ${track}; admins may publish on it.`
      : `${track} is owned by ${owners.map(({ displayName }) => displayName).join(', ')}.`,
  );
  return 0;
}
