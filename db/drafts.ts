import { and, eq } from 'drizzle-orm';
import { afterChoice, afterSave, type ConflictChoice, type Draft, type Save } from '#lib/sitting/draft.ts';
import type { Db, Tx } from './client.ts';
import { prepared } from './prepared.ts';
import { drafts } from './schema/drafts.ts';
import { preparedWrite } from './write-together.ts';

export type StoredDraft = typeof drafts.$inferSelect;

type DraftRef = Pick<StoredDraft, 'sittingId' | 'itemId'>;

const ofItem = ({ sittingId, itemId }: DraftRef) =>
  and(eq(drafts.sittingId, sittingId), eq(drafts.itemId, itemId));

/** Saves and returns the new draft. The caller holds the lock of `lockServing`, so that saves run one at a time. */
export async function saveDraft(tx: Tx, sittingId: string, itemId: string, save: Save): Promise<Draft> {
  const current = await findDraft(tx, sittingId, itemId);
  return store(tx, { sittingId, itemId, current, updated: afterSave(current, save) });
}

/** Swaps the draft with one of its conflicting saves; undefined without a draft. The caller holds the serving's lock. */
export async function chooseDraft(
  tx: Tx,
  {
    sittingId,
    itemId,
    id,
    choice,
  }: {
    readonly sittingId: string;
    readonly itemId: string;
    readonly id: string;
    readonly choice: ConflictChoice;
  },
): Promise<Draft | undefined> {
  const current = await findDraft(tx, sittingId, itemId);
  return current && store(tx, { sittingId, itemId, current, updated: afterChoice(current, id, choice) });
}

const insert = prepared((queries, draft: typeof drafts.$inferInsert) => queries.insert(drafts).values(draft));

const update = prepared((queries, { sittingId, itemId, ...changes }: typeof drafts.$inferInsert) =>
  queries.update(drafts).set(changes).where(ofItem({ sittingId, itemId })),
);

async function store(
  tx: Tx,
  {
    sittingId,
    itemId,
    current,
    updated,
  }: {
    readonly sittingId: string;
    readonly itemId: string;
    readonly current: Draft | undefined;
    readonly updated: Draft;
  },
): Promise<Draft> {
  if (updated === current) return updated;
  await (current ? update : insert)(tx, { sittingId, itemId, ...updated });
  return updated;
}

const one = prepared((queries, draft: DraftRef) => queries.select().from(drafts).where(ofItem(draft)));

export async function findDraft(db: Db, sittingId: string, itemId: string): Promise<StoredDraft | undefined> {
  const [draft] = await one(db, { sittingId, itemId });
  return draft;
}

const ofSitting = prepared((queries, { sittingId }: { sittingId: string }) =>
  queries.select().from(drafts).where(eq(drafts.sittingId, sittingId)),
);

export async function listDrafts(db: Db, sittingId: string): Promise<StoredDraft[]> {
  return ofSitting(db, { sittingId });
}

/** Deletes the draft of an item once its answer is recorded. The caller has claimed the attempt, so that no save follows. */
export const draftRemoval = preparedWrite((queries, draft: DraftRef) =>
  queries.delete(drafts).where(ofItem(draft)),
);

const removeAll = prepared((queries, { sittingId }: { sittingId: string }) =>
  queries.delete(drafts).where(eq(drafts.sittingId, sittingId)),
);

/** Deletes all drafts of a sitting when it closes. */
export async function clearDrafts(db: Db, sittingId: string): Promise<void> {
  await removeAll(db, { sittingId });
}
