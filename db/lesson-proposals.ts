import { and, desc, eq, isNull } from 'drizzle-orm';
import type { LessonRef } from '#lib/lesson/lesson-files.ts';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { lessonProposals } from './schema/lesson-proposals.ts';
import { users } from './schema/users.ts';

export type LessonProposal = typeof lessonProposals.$inferSelect;

const columns = {
  id: lessonProposals.id,
  track: lessonProposals.track,
  lesson: lessonProposals.lesson,
  authorId: lessonProposals.authorId,
  authorName: users.displayName,
  baseNumber: lessonProposals.baseNumber,
  reason: lessonProposals.reason,
  proposedAt: lessonProposals.proposedAt,
  decision: lessonProposals.decision,
  decidedAt: lessonProposals.decidedAt,
  note: lessonProposals.note,
};

const newest = prepared((queries, { limit }: { limit: number }) =>
  queries
    .select(columns)
    .from(lessonProposals)
    .innerJoin(users, eq(users.id, lessonProposals.authorId))
    .orderBy(desc(lessonProposals.proposedAt), desc(lessonProposals.id))
    .limit(limit),
);

/** Proposals without their texts, newest first. */
export async function listProposals(db: Db, limit: number) {
  return newest(db, { limit });
}

const byId = prepared((queries, { id }: { id: string }) =>
  queries
    .select({ proposal: lessonProposals, authorName: users.displayName })
    .from(lessonProposals)
    .innerJoin(users, eq(users.id, lessonProposals.authorId))
    .where(eq(lessonProposals.id, id)),
);

export async function findProposal(
  db: Db,
  id: string,
): Promise<(LessonProposal & { readonly authorName: string }) | undefined> {
  const [row] = await byId(db, { id });
  return row && { ...row.proposal, authorName: row.authorName };
}

type Resubmission = Pick<LessonProposal, 'files' | 'base' | 'baseNumber' | 'reason' | 'proposedAt'>;

const amend = prepared(
  (queries, { authorId, track, lesson, ...rest }: LessonRef & Resubmission & { readonly authorId: string }) =>
    queries
      .update(lessonProposals)
      .set(rest)
      .where(
        and(
          eq(lessonProposals.authorId, authorId),
          eq(lessonProposals.track, track),
          eq(lessonProposals.lesson, lesson),
          isNull(lessonProposals.decision),
        ),
      )
      .returning({ id: lessonProposals.id }),
);

/** Replaces the author's open proposal for the lesson and returns its id; undefined when there is none. */
export async function amendProposal(
  db: Db,
  { authorId, track, lesson, files, base, baseNumber, reason, proposedAt }: LessonProposal,
): Promise<string | undefined> {
  const values = { authorId, track, lesson, files, base, baseNumber, reason, proposedAt };
  const [row] = await amend(db, values);
  return row?.id;
}

const insert = prepared((queries, proposal: LessonProposal) =>
  queries.insert(lessonProposals).values(proposal),
);

export async function insertProposal(db: Db, proposal: LessonProposal): Promise<void> {
  await insert(db, proposal);
}

type Decided = Pick<LessonProposal, 'id' | 'decision' | 'decidedBy' | 'decidedAt' | 'note'>;

const decide = prepared((queries, { id, ...decided }: Decided) =>
  queries
    .update(lessonProposals)
    .set(decided)
    .where(and(eq(lessonProposals.id, id), isNull(lessonProposals.decision)))
    .returning({ id: lessonProposals.id }),
);

/** Decides a proposal; false when it was decided already. */
export async function recordDecision(db: Db, decided: Decided): Promise<boolean> {
  return (await decide(db, decided)).length > 0;
}
