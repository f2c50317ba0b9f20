import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import { regradedResponses } from './schema/regrades.ts';
import { responses } from './schema/responses.ts';

/** Joins an answer of the ledger with the regrade that it counts by, if there is one. */
export const isRegradeOfResponse = and(
  eq(regradedResponses.responseId, responses.id),
  isNull(regradedResponses.replacedBy),
);

/** The grade that an answer counts by: that of its newest regrade, or that of the ledger. Needs the join above. */
export const countedScore = sql<number>`coalesce(${regradedResponses.score}, ${responses.score})`.mapWith(
  Number,
);
export const countedPoints = sql<number>`coalesce(${regradedResponses.points}, ${responses.points})`.mapWith(
  Number,
);
export const countedVerdict = sql<
  (typeof responses.$inferSelect)['verdict']
>`coalesce(${regradedResponses.verdict}, ${responses.verdict})`;

/** All columns of the ledger, with the grade that counts. */
export const gradedResponse = {
  ...getTableColumns(responses),
  score: countedScore,
  verdict: countedVerdict,
  points: countedPoints,
};
