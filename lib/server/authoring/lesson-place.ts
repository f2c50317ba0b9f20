import { findRevisionBefore } from '#db/lesson-revisions.ts';
import { ownsTrack } from '#db/track-authors.ts';
import { type Authoring, authoringOn } from '#lib/access/may-author.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { LessonFiles, LessonRef } from '#lib/lesson/lesson-files.ts';
import { filesIn } from '#lib/server/content/overlay.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';

/** Who asks. */
export type Author = Pick<SessionUser, 'id' | 'role' | 'displayName'>;

/** A lesson as it is published, and what an author may do with it. */
export interface LessonPlace extends LessonRef {
  readonly may: Authoring;
  /** Empty for a lesson that does not exist yet. */
  readonly files: LessonFiles;
  /** The newest revision; 0 for the files on disk. */
  readonly number: number;
}

/** Undefined for those who write no lessons. */
export async function findLessonPlace(
  world: AuthoringWorld,
  user: Author,
  { track, lesson }: LessonRef,
): Promise<LessonPlace | undefined> {
  const { db } = world.database;
  const may = authoringOn(user, await ownsTrack(db, user.id, track));
  if (!may) return undefined;
  const revision =
    world.content.mode === 'files' ? undefined : await findRevisionBefore(db, { track, lesson });
  const files = revision?.files ?? filesIn(await world.content.deployed(), { track, lesson }) ?? {};
  return { track, lesson, may, files, number: revision?.number ?? 0 };
}
