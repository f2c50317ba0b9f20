import { and, asc, eq, gte, ne } from 'drizzle-orm';
import type { LessonRef } from '#lib/lesson/lesson-files.ts';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { lessonDrafts } from './schema/lesson-drafts.ts';
import { users } from './schema/users.ts';

export type LessonDraft = typeof lessonDrafts.$inferSelect;
export type DraftRef = LessonRef & { readonly userId: string };

const ofLesson = ({ userId, track, lesson }: DraftRef) =>
  and(eq(lessonDrafts.userId, userId), eq(lessonDrafts.track, track), eq(lessonDrafts.lesson, lesson));

const oneRow = prepared((queries, ref: DraftRef) => queries.select().from(lessonDrafts).where(ofLesson(ref)));

export async function findLessonDraft(db: Db, ref: DraftRef): Promise<LessonDraft | undefined> {
  const { userId, track, lesson } = ref;
  const [draft] = await oneRow(db, { userId, track, lesson });
  return draft;
}

const ofUser = prepared((queries, { userId }: { userId: string }) =>
  queries
    .select({
      track: lessonDrafts.track,
      lesson: lessonDrafts.lesson,
      baseNumber: lessonDrafts.baseNumber,
      updatedAt: lessonDrafts.updatedAt,
    })
    .from(lessonDrafts)
    .where(eq(lessonDrafts.userId, userId)),
);

/** An author's drafts without their texts. */
export async function listDraftsOf(db: Db, userId: string) {
  return ofUser(db, { userId });
}

const insert = prepared((queries, draft: LessonDraft) =>
  queries.insert(lessonDrafts).values(draft).onConflictDoNothing().returning({ saves: lessonDrafts.saves }),
);

/** Stores a new draft; false when the author has one of this lesson. */
export async function insertLessonDraft(db: Db, draft: LessonDraft): Promise<boolean> {
  return (await insert(db, draft)).length > 0;
}

const update = prepared((queries, { expected, ...draft }: LessonDraft & { readonly expected: number }) =>
  queries
    .update(lessonDrafts)
    .set(draft)
    .where(and(ofLesson(draft), eq(lessonDrafts.saves, expected)))
    .returning({ saves: lessonDrafts.saves }),
);

/** Replaces a draft that was saved `expected` times; false when it was saved again meanwhile, or is gone. */
export async function replaceLessonDraft(db: Db, draft: LessonDraft, expected: number): Promise<boolean> {
  return (await update(db, { ...draft, expected })).length > 0;
}

const remove = prepared((queries, ref: DraftRef) =>
  queries.delete(lessonDrafts).where(ofLesson(ref)).returning({ saves: lessonDrafts.saves }),
);

/** False when there was none. */
export async function removeLessonDraft(db: Db, { userId, track, lesson }: DraftRef): Promise<boolean> {
  return (await remove(db, { userId, track, lesson })).length > 0;
}

const seen = prepared((queries, { seenAt, ...ref }: DraftRef & { readonly seenAt: Date }) =>
  queries.update(lessonDrafts).set({ seenAt }).where(ofLesson(ref)),
);

/** Notes that the author has the lesson open. */
export async function markDraftSeen(
  db: Db,
  { userId, track, lesson, seenAt }: DraftRef & { readonly seenAt: Date },
): Promise<void> {
  await seen(db, { userId, track, lesson, seenAt });
}

const present = prepared((queries, { userId, track, lesson, since }: DraftRef & { readonly since: Date }) =>
  queries
    .select({ name: users.displayName, seenAt: lessonDrafts.seenAt })
    .from(lessonDrafts)
    .innerJoin(users, eq(users.id, lessonDrafts.userId))
    .where(
      and(
        eq(lessonDrafts.track, track),
        eq(lessonDrafts.lesson, lesson),
        ne(lessonDrafts.userId, userId),
        gte(lessonDrafts.seenAt, since),
      ),
    )
    .orderBy(asc(users.displayName)),
);

/** Other authors who have had the lesson open since then, by name. */
export async function listPresentAuthors(db: Db, ref: DraftRef & { readonly since: Date }) {
  const { userId, track, lesson, since } = ref;
  return present(db, { userId, track, lesson, since });
}
