import { and, desc, eq, gt, inArray, lt, max, sql } from 'drizzle-orm';
import type { LessonRef } from '#lib/lesson/lesson-files.ts';
import type { Db, Tx } from './client.ts';
import { prepared } from './prepared.ts';
import { lessonRevisions } from './schema/lesson-revisions.ts';

export type LessonRevision = typeof lessonRevisions.$inferSelect;
/** A revision without its texts. */
export type RevisionHead = Omit<LessonRevision, 'files'>;
export type NewRevision = Omit<LessonRevision, 'seq' | 'number'>;

const ofLesson = ({ track, lesson }: LessonRef) =>
  and(eq(lessonRevisions.track, track), eq(lessonRevisions.lesson, lesson));

const newest = prepared((queries, _none: object) =>
  queries.select({ seq: max(lessonRevisions.seq) }).from(lessonRevisions),
);

/** The count of the newest revision of all; 0 when nothing was published. */
export async function newestRevisionSeq(db: Db): Promise<number> {
  const [row] = await newest(db, {});
  return row?.seq ?? 0;
}

const newestOfEach = prepared((queries, { after }: { after: number }) =>
  queries
    .select()
    .from(lessonRevisions)
    .where(
      inArray(
        lessonRevisions.seq,
        queries
          .select({ seq: sql<number>`max(${lessonRevisions.seq})` })
          .from(lessonRevisions)
          .where(gt(lessonRevisions.seq, after))
          .groupBy(lessonRevisions.track, lessonRevisions.lesson),
      ),
    )
    .orderBy(lessonRevisions.seq),
);

/** The newest revision of each lesson that was published after this count. */
export async function listNewestRevisions(db: Db, after: number): Promise<LessonRevision[]> {
  return newestOfEach(db, { after });
}

const before = prepared((queries, { track, lesson, number }: LessonRef & { readonly number: number }) =>
  queries
    .select()
    .from(lessonRevisions)
    .where(and(ofLesson({ track, lesson }), lt(lessonRevisions.number, number)))
    .orderBy(desc(lessonRevisions.number))
    .limit(1),
);

/** The revision of a lesson before this number; by default the newest. */
export async function findRevisionBefore(
  db: Db,
  { track, lesson }: LessonRef,
  number: number = Number.MAX_SAFE_INTEGER,
): Promise<LessonRevision | undefined> {
  const [revision] = await before(db, { track, lesson, number });
  return revision;
}

const oneRow = prepared((queries, { track, lesson, number }: LessonRef & { readonly number: number }) =>
  queries
    .select()
    .from(lessonRevisions)
    .where(and(ofLesson({ track, lesson }), eq(lessonRevisions.number, number))),
);

export async function findRevision(
  db: Db,
  { track, lesson }: LessonRef,
  number: number,
): Promise<LessonRevision | undefined> {
  const [revision] = await oneRow(db, { track, lesson, number });
  return revision;
}

const head = {
  seq: lessonRevisions.seq,
  track: lessonRevisions.track,
  lesson: lessonRevisions.lesson,
  number: lessonRevisions.number,
  authorId: lessonRevisions.authorId,
  authorName: lessonRevisions.authorName,
  approvedBy: lessonRevisions.approvedBy,
  approverName: lessonRevisions.approverName,
  reason: lessonRevisions.reason,
  publishedAt: lessonRevisions.publishedAt,
  restores: lessonRevisions.restores,
  deployedHash: lessonRevisions.deployedHash,
  edits: lessonRevisions.edits,
};

const history = prepared((queries, { track, lesson }: LessonRef) =>
  queries
    .select(head)
    .from(lessonRevisions)
    .where(ofLesson({ track, lesson }))
    .orderBy(desc(lessonRevisions.number)),
);

/** All revisions of a lesson without their texts, newest first. */
export async function listRevisionHeads(db: Db, { track, lesson }: LessonRef): Promise<RevisionHead[]> {
  return history(db, { track, lesson });
}

const newestHeads = prepared((queries, _none: object) =>
  queries
    .select(head)
    .from(lessonRevisions)
    .where(
      inArray(
        lessonRevisions.seq,
        queries
          .select({ seq: sql<number>`max(${lessonRevisions.seq})` })
          .from(lessonRevisions)
          .groupBy(lessonRevisions.track, lessonRevisions.lesson),
      ),
    ),
);

/** The newest revision of each lesson, without its texts. */
export async function listNewestHeads(db: Db): Promise<RevisionHead[]> {
  return newestHeads(db, {});
}

const insert = prepared((queries, revision: LessonRevision) =>
  queries.insert(lessonRevisions).values(revision),
);

/** Adds a revision after number `after` of its lesson, 0 for none. The caller lets nobody else publish meanwhile. */
export async function addRevision(tx: Tx, revision: NewRevision, after: number): Promise<void> {
  await insert(tx, { ...revision, seq: (await newestRevisionSeq(tx)) + 1, number: after + 1 });
}
