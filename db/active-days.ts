import { and, asc, count, eq, gte, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { isOneOf } from './columns.ts';
import { countedPoints, countedVerdict, isRegradeOfResponse } from './graded-responses.ts';
import { prepared } from './prepared.ts';
import { regradedResponses } from './schema/regrades.ts';
import { responses } from './schema/responses.ts';

/** The answers of one calendar day. */
export interface ActiveDayRow {
  /** The learner's calendar day at the time of the answers, like 2026-11-22. */
  readonly day: string;
  readonly answers: number;
  readonly right: number;
}

const ofPerson = prepared((queries, { userId, since }: { userId: string; since: Date }) =>
  queries
    .select({
      day: responses.localDay,
      answers: count(),
      right: sql<number>`sum(case when ${countedVerdict} = 'right' then 1 else 0 end)`.mapWith(Number),
    })
    .from(responses)
    .leftJoin(regradedResponses, isRegradeOfResponse)
    .where(and(eq(responses.userId, userId), gte(responses.receivedAt, since)))
    .groupBy(responses.localDay)
    .orderBy(asc(responses.localDay)),
);

/** A person's days with answers received at or after `since`, oldest first. */
export async function listActiveDays(db: Db, userId: string, since: Date): Promise<ActiveDayRow[]> {
  return ofPerson(db, { userId, since });
}

interface Span {
  /** No later than the beginning of `day` anywhere, so that older answers are not read. */
  readonly since: Date;
  /** A day of the learner's own calendar, like 2026-11-22. */
  readonly day: string;
}

const lessonsOf = prepared((queries, { userId, since, day }: Span & { userId: string }) =>
  queries
    .select({
      lessonId: responses.lessonId,
      answers: count(),
      right: sql<number>`sum(case when ${countedVerdict} = 'right' then 1 else 0 end)`.mapWith(Number),
    })
    .from(responses)
    .leftJoin(regradedResponses, isRegradeOfResponse)
    .where(and(eq(responses.userId, userId), gte(responses.receivedAt, since), gte(responses.localDay, day)))
    .groupBy(responses.lessonId)
    .orderBy(asc(responses.lessonId)),
);

/** A person's answers in each lesson from a day of their own calendar on. */
export async function listLessonAnswers(
  db: Db,
  userId: string,
  from: Span,
): Promise<{ lessonId: string; answers: number; right: number }[]> {
  return lessonsOf(db, { userId, ...from });
}

const pointsOf = prepared((queries, { userIds, since, day }: Span & { userIds: readonly string[] }) =>
  queries
    .select({
      userId: responses.userId,
      points: sql<number>`sum(${countedPoints})`.mapWith(Number),
    })
    .from(responses)
    .leftJoin(regradedResponses, isRegradeOfResponse)
    .where(
      and(isOneOf(responses.userId, userIds), gte(responses.receivedAt, since), gte(responses.localDay, day)),
    )
    .groupBy(responses.userId),
);

/** The points that these people earned from a day of their own calendars on; without those who answered nothing. */
export async function pointsSince(
  db: Db,
  userIds: readonly string[],
  from: Span,
): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await pointsOf(db, { userIds, ...from });
  return new Map(rows.map(({ userId, points }) => [userId, points]));
}
