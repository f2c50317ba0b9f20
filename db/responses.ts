import { and, asc, count, countDistinct, desc, eq, gt, or } from 'drizzle-orm';
import type { Db } from './client.ts';
import { isOneOf } from './columns.ts';
import { countedVerdict, gradedResponse, isRegradeOfResponse } from './graded-responses.ts';
import { prepared } from './prepared.ts';
import { regradedResponses } from './schema/regrades.ts';
import { responses } from './schema/responses.ts';
import { preparedWrite } from './write-together.ts';

export type Response = typeof responses.$inferSelect;
export type NewResponse = typeof responses.$inferInsert;

/** A new response in the ledger. Fails when the idempotency key or the attempt is already stored. */
export const responseWrite = preparedWrite((queries, response: NewResponse) =>
  queries.insert(responses).values(response),
);

const ledgerOf = prepared((queries, { userIds }: { userIds: readonly string[] }) =>
  queries
    .select(gradedResponse)
    .from(responses)
    .leftJoin(regradedResponses, isRegradeOfResponse)
    .where(isOneOf(responses.userId, userIds))
    .orderBy(asc(responses.receivedAt), asc(responses.id)),
);

/** The whole ledger of these people, oldest first, with the grades that count: every total can be recounted from it. */
export async function listLedger(db: Db, userIds: readonly string[]): Promise<Response[]> {
  if (userIds.length === 0) return [];
  return ledgerOf(db, { userIds });
}

export type ClockedResponse = Pick<
  Response,
  | 'id'
  | 'userId'
  | 'lessonId'
  | 'itemId'
  | 'verdict'
  | 'guess'
  | 'level'
  | 'hintsOpened'
  | 'overTime'
  | 'clock'
  | 'receivedAt'
>;

/**
 * The next page of everybody's ledger in the order of its clock, after `last`; empty at the end. With the grades that were
 * given first, from which the beliefs were updated.
 */
export async function listByClock(
  db: Db,
  last: Pick<Response, 'clock' | 'id'> | undefined,
  limit: number,
): Promise<ClockedResponse[]> {
  const { id, userId, lessonId, itemId, verdict, guess, level, hintsOpened, overTime, clock, receivedAt } =
    responses;
  return db
    .select({ id, userId, lessonId, itemId, verdict, guess, level, hintsOpened, overTime, clock, receivedAt })
    .from(responses)
    .where(last && or(gt(clock, last.clock), and(eq(clock, last.clock), gt(id, last.id))))
    .orderBy(asc(clock), asc(id))
    .limit(limit);
}

const recent = prepared((queries, { userId, limit }: { userId: string; limit: number }) =>
  queries
    .select(gradedResponse)
    .from(responses)
    .leftJoin(regradedResponses, isRegradeOfResponse)
    .where(eq(responses.userId, userId))
    .orderBy(desc(responses.receivedAt), desc(responses.id))
    .limit(limit),
);

/** A person's responses, newest first. */
export async function listRecentResponses(db: Db, userId: string, limit: number): Promise<Response[]> {
  return recent(db, { userId, limit });
}

const inSittings = prepared((queries, { sittingIds }: { sittingIds: readonly string[] }) =>
  queries
    .select(gradedResponse)
    .from(responses)
    .leftJoin(regradedResponses, isRegradeOfResponse)
    .where(isOneOf(responses.sittingId, sittingIds)),
);

/** All responses in these sittings. */
export async function listResponsesIn(db: Db, sittingIds: readonly string[]): Promise<Response[]> {
  return inSittings(db, { sittingIds });
}

interface ItemsOfPeople {
  readonly userIds: readonly string[];
  readonly itemIds: readonly string[];
}

const rightOf = prepared((queries, { userIds, itemIds }: ItemsOfPeople) =>
  queries
    .select({ userId: responses.userId, itemId: responses.itemId, sittingId: responses.sittingId })
    .from(responses)
    .leftJoin(regradedResponses, isRegradeOfResponse)
    .where(
      and(
        isOneOf(responses.userId, userIds),
        isOneOf(responses.itemId, itemIds),
        eq(countedVerdict, 'right'),
      ),
    ),
);

/** In which sittings these people have answered these items right. */
export async function listRightAnswers(
  db: Db,
  people: ItemsOfPeople,
): Promise<Pick<Response, 'userId' | 'itemId' | 'sittingId'>[]> {
  return rightOf(db, people);
}

/** All answers to these items with the grades that count, in the order of the ledger's clock. Reads the whole ledger. */
export async function listAnswersTo(db: Db, itemIds: readonly string[]): Promise<Response[]> {
  return db
    .select(gradedResponse)
    .from(responses)
    .leftJoin(regradedResponses, isRegradeOfResponse)
    .where(isOneOf(responses.itemId, itemIds))
    .orderBy(asc(responses.clock), asc(responses.id));
}

/** For benchmarks: the responses and idempotency keys of each item of each sitting. Reads the whole ledger. */
export async function countAttempts(
  db: Db,
): Promise<{ sittingId: string; itemId: string; stored: number; keys: number }[]> {
  return db
    .select({
      sittingId: responses.sittingId,
      itemId: responses.itemId,
      stored: count(),
      keys: countDistinct(responses.idempotencyKey),
    })
    .from(responses)
    .groupBy(responses.sittingId, responses.itemId);
}
