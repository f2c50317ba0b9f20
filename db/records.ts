import { and, asc, eq, max } from 'drizzle-orm';
import type { ItemRecord } from '#lib/sitting/activity-context.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import type { Db } from './client.ts';
import { drafts } from './schema/drafts.ts';
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

/** The newest sitting of an activity, open or closed, with the records of all its items, or of one. */
export async function findLatestRecords(
  db: Db,
  { userId, lessonId, activity }: ActivityRef,
  itemId?: string,
): Promise<SittingRecords | undefined> {
  const ofActivity = and(
    eq(sittings.userId, userId),
    eq(sittings.lessonId, lessonId),
    eq(sittings.activity, activity),
  );
  const newest = db
    .select({ ordinal: max(sittings.ordinal) })
    .from(sittings)
    .where(ofActivity);
  return recordsOf(await rowsOf(db, itemId).where(and(ofActivity, eq(sittings.ordinal, newest))));
}

/** A sitting with the records of all its items. */
export async function findRecords(db: Db, sittingId: string): Promise<SittingRecords | undefined> {
  return recordsOf(await rowsOf(db).where(eq(sittings.id, sittingId)));
}

/** One row for each response, or for each item without one. */
function rowsOf(db: Db, itemId?: string) {
  const ofItem = itemId === undefined ? undefined : eq(servings.itemId, itemId);
  const ofServing = (table: typeof drafts | typeof responses) =>
    and(eq(table.sittingId, servings.sittingId), eq(table.itemId, servings.itemId));
  return db
    .select({ sitting: sittings, serving: servings, draft: drafts, response: responses })
    .from(sittings)
    .leftJoin(servings, and(eq(servings.sittingId, sittings.id), ofItem))
    .leftJoin(drafts, ofServing(drafts))
    .leftJoin(responses, ofServing(responses))
    .orderBy(asc(responses.receivedAt), asc(responses.ordinal));
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
