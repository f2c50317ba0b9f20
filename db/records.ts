import { and, asc, eq, max } from 'drizzle-orm';
import type { ItemRecord } from '#lib/sitting/activity-context.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import type { Db } from './client.ts';
import type { Queries } from './columns.ts';
import { gradedResponse, isRegradeOfResponse } from './graded-responses.ts';
import { prepared } from './prepared.ts';
import { drafts } from './schema/drafts.ts';
import { regradedResponses } from './schema/regrades.ts';
import { responses } from './schema/responses.ts';
import { servings, sittings } from './schema/sittings.ts';

interface ActivityRef {
  readonly userId: string;
  readonly lessonId: string;
  readonly activity: string;
}

/** A sitting with the stored data of its items, by item id. */
export interface SittingRecords {
  readonly sitting: Sitting;
  readonly records: ReadonlyMap<string, ItemRecord>;
}

/** One row for each response, or for each item without one. */
function rowsOf(queries: Queries, itemId?: string) {
  const ofItem = itemId === undefined ? undefined : eq(servings.itemId, itemId);
  const ofServing = (table: typeof drafts | typeof responses) =>
    and(eq(table.sittingId, servings.sittingId), eq(table.itemId, servings.itemId));
  return queries
    .select({ sitting: sittings, serving: servings, draft: drafts, response: gradedResponse })
    .from(sittings)
    .leftJoin(servings, and(eq(servings.sittingId, sittings.id), ofItem))
    .leftJoin(drafts, ofServing(drafts))
    .leftJoin(responses, ofServing(responses))
    .leftJoin(regradedResponses, isRegradeOfResponse)
    .orderBy(asc(responses.receivedAt), asc(responses.ordinal));
}

const latest = prepared(
  (
    queries,
    { userId, lessonId, activity, itemId }: ActivityRef & { readonly itemId: string | undefined },
  ) => {
    const ofActivity = and(
      eq(sittings.userId, userId),
      eq(sittings.lessonId, lessonId),
      eq(sittings.activity, activity),
    );
    const newest = queries
      .select({ ordinal: max(sittings.ordinal) })
      .from(sittings)
      .where(ofActivity);
    return rowsOf(queries, itemId).where(and(ofActivity, eq(sittings.ordinal, newest)));
  },
);

/** The newest sitting of an activity, open or closed, with the records of all its items, or of one. */
export async function findLatestRecords(
  db: Db,
  { userId, lessonId, activity }: ActivityRef,
  itemId?: string,
): Promise<SittingRecords | undefined> {
  return recordsOf(await latest(db, { userId, lessonId, activity, itemId }));
}

const ofSitting = prepared((queries, { sittingId }: { sittingId: string }) =>
  rowsOf(queries).where(eq(sittings.id, sittingId)),
);

/** A sitting with the records of all its items. */
export async function findRecords(db: Db, sittingId: string): Promise<SittingRecords | undefined> {
  return recordsOf(await ofSitting(db, { sittingId }));
}

function recordsOf(rows: Awaited<ReturnType<typeof rowsOf>>): SittingRecords | undefined {
  const sitting = rows[0]?.sitting;
  if (!sitting) return undefined;
  const records = new Map<string, ItemRecord>();
  for (const { serving, draft, response } of rows) {
    if (!serving) continue;
    const before = records.get(serving.itemId)?.responses ?? [];
    const own = response ? [...before, response] : before;
    records.set(serving.itemId, { serving, draft: draft ?? undefined, responses: own });
  }
  return { sitting, records };
}
