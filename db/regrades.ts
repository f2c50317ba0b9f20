import { and, asc, desc, eq, gte, isNull, max } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { isOneOf } from './columns.ts';
import { insertBatches } from './insert-batches.ts';
import { prepared } from './prepared.ts';
import { regradedResponses, regradedVerdicts, regrades } from './schema/regrades.ts';
import { responses } from './schema/responses.ts';

export type RegradeEvent = typeof regrades.$inferSelect;
export type RegradedResponse = typeof regradedResponses.$inferSelect;
export type RegradedVerdictRow = typeof regradedVerdicts.$inferSelect;

/** Adds an event with the grades that it gives. The rows that counted for these answers until now no longer do. */
export async function recordRegrade(
  tx: Tx,
  event: Omit<RegradeEvent, 'ordinal'>,
  rows: readonly Omit<RegradedResponse, 'regradeId' | 'replacedBy'>[],
): Promise<void> {
  const [last] = await tx.select({ ordinal: max(regrades.ordinal) }).from(regrades);
  await tx.insert(regrades).values({ ...event, ordinal: (last?.ordinal ?? 0) + 1 });
  for (const batch of insertBatches(rows)) {
    const ids = batch.map(({ responseId }) => responseId);
    await tx
      .update(regradedResponses)
      .set({ replacedBy: event.id })
      .where(and(isOneOf(regradedResponses.responseId, ids), isNull(regradedResponses.replacedBy)));
    await tx
      .insert(regradedResponses)
      .values(batch.map((row) => ({ ...row, regradeId: event.id, replacedBy: null })));
  }
}

/** Adds the verdicts that an event moves, as they were before it. */
export async function recordRegradedVerdicts(tx: Tx, rows: readonly RegradedVerdictRow[]): Promise<void> {
  for (const batch of insertBatches(rows)) await tx.insert(regradedVerdicts).values(batch);
}

export async function findRegrade(db: Db, id: string): Promise<RegradeEvent | undefined> {
  const [found] = await db.select().from(regrades).where(eq(regrades.id, id));
  return found;
}

/** All events, the newest first; of one item if it is given. */
export async function listRegrades(db: Db, itemId?: string): Promise<RegradeEvent[]> {
  return db
    .select()
    .from(regrades)
    .where(itemId === undefined ? undefined : eq(regrades.itemId, itemId))
    .orderBy(desc(regrades.ordinal));
}

/** The grades that an event gave, with their answers. */
export async function listRegradedBy(
  db: Db,
  regradeId: string,
): Promise<(RegradedResponse & Pick<typeof responses.$inferSelect, 'userId' | 'sittingId'>)[]> {
  const rows = await db
    .select({ regraded: regradedResponses, userId: responses.userId, sittingId: responses.sittingId })
    .from(regradedResponses)
    .innerJoin(responses, eq(responses.id, regradedResponses.responseId))
    .where(eq(regradedResponses.regradeId, regradeId))
    .orderBy(asc(responses.clock), asc(responses.id));
  return rows.map(({ regraded, ...answer }) => ({ ...regraded, ...answer }));
}

/** The verdicts that an event moved. */
export async function listVerdictsMovedBy(db: Db, regradeId: string): Promise<RegradedVerdictRow[]> {
  return db.select().from(regradedVerdicts).where(eq(regradedVerdicts.regradeId, regradeId));
}

/** The events that moved the verdicts of these tests. */
export async function listRegradesOfTests(db: Db, sittingIds: readonly string[]): Promise<RegradeEvent[]> {
  const rows = await db
    .select({ event: regrades })
    .from(regradedVerdicts)
    .innerJoin(regrades, eq(regrades.id, regradedVerdicts.regradeId))
    .where(isOneOf(regradedVerdicts.sittingId, sittingIds));
  return rows.map(({ event }) => event);
}

const notesOf = prepared((queries, { userId, since }: { userId: string; since: Date }) =>
  queries
    .select({
      id: regrades.id,
      itemId: regrades.itemId,
      reason: regrades.reason,
      at: regrades.at,
      undoes: regrades.undoes,
      lessonId: responses.lessonId,
      activity: responses.activity,
      sittingId: responses.sittingId,
      verdict: regradedResponses.verdict,
      verdictBefore: regradedResponses.verdictBefore,
      points: regradedResponses.points,
      pointsBefore: regradedResponses.pointsBefore,
    })
    .from(responses)
    .innerJoin(
      regradedResponses,
      and(eq(regradedResponses.responseId, responses.id), isNull(regradedResponses.replacedBy)),
    )
    .innerJoin(regrades, eq(regrades.id, regradedResponses.regradeId))
    .where(and(eq(responses.userId, userId), gte(regrades.at, since)))
    .orderBy(desc(regrades.ordinal)),
);

export type RegradeNoteRow = Awaited<ReturnType<typeof notesOf>>[number];

/** A person's answers that were graded again since then and count by it, the newest event first. */
export async function listRegradesFor(db: Db, userId: string, since: Date): Promise<RegradeNoteRow[]> {
  return notesOf(db, { userId, since });
}
