import { and, asc, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { trackAuthors } from './schema/track-authors.ts';
import { users } from './schema/users.ts';

export type TrackAuthor = typeof trackAuthors.$inferSelect;
type Ref = Pick<TrackAuthor, 'track' | 'userId'>;

const ofUser = prepared((queries, { userId }: { userId: string }) =>
  queries.select({ track: trackAuthors.track }).from(trackAuthors).where(eq(trackAuthors.userId, userId)),
);

/** The tracks on which a person may publish, if they are an author. */
export async function listTracksOf(db: Db, userId: string): Promise<Set<string>> {
  return new Set((await ofUser(db, { userId })).map(({ track }) => track));
}

const oneRow = prepared((queries, { track, userId }: Ref) =>
  queries
    .select({ track: trackAuthors.track })
    .from(trackAuthors)
    .where(and(eq(trackAuthors.track, track), eq(trackAuthors.userId, userId))),
);

export async function ownsTrack(db: Db, userId: string, track: string): Promise<boolean> {
  return (await oneRow(db, { userId, track })).length > 0;
}

const named = prepared((queries, { track }: { track: string }) =>
  queries
    .select({ userName: users.userName, displayName: users.displayName, role: users.role })
    .from(trackAuthors)
    .innerJoin(users, eq(users.id, trackAuthors.userId))
    .where(eq(trackAuthors.track, track))
    .orderBy(asc(users.userName)),
);

/** The people who own a track, by user name. */
export async function listTrackAuthors(db: Db, track: string) {
  return named(db, { track });
}

const insert = prepared((queries, row: TrackAuthor) =>
  queries.insert(trackAuthors).values(row).onConflictDoNothing(),
);

export async function addTrackAuthor(db: Db, row: TrackAuthor): Promise<void> {
  await insert(db, row);
}

const remove = prepared((queries, { track, userId }: Ref) =>
  queries
    .delete(trackAuthors)
    .where(and(eq(trackAuthors.track, track), eq(trackAuthors.userId, userId)))
    .returning({ track: trackAuthors.track }),
);

/** False when the person did not own the track. */
export async function removeTrackAuthor(db: Db, ref: Ref): Promise<boolean> {
  return (await remove(db, ref)).length > 0;
}
