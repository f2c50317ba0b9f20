import { and, eq } from 'drizzle-orm';
import { afterChoice, afterSave, type ConflictChoice, type Draft, type Save } from '#lib/sitting/draft.ts';
import type { Db, Tx } from './client.ts';
import { drafts } from './schema/drafts.ts';

export type StoredDraft = typeof drafts.$inferSelect;

const ofItem = (sittingId: string, itemId: string) =>
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
  if (current) await tx.update(drafts).set(updated).where(ofItem(sittingId, itemId));
  else await tx.insert(drafts).values({ sittingId, itemId, ...updated });
  return updated;
}

export async function findDraft(db: Db, sittingId: string, itemId: string): Promise<StoredDraft | undefined> {
  const [draft] = await db.select().from(drafts).where(ofItem(sittingId, itemId));
  return draft;
}

export async function listDrafts(db: Db, sittingId: string): Promise<StoredDraft[]> {
  return db.select().from(drafts).where(eq(drafts.sittingId, sittingId));
}

/** Deletes the draft of an item once its answer is recorded. */
export async function clearDraft(db: Db, sittingId: string, itemId: string): Promise<void> {
  await db.delete(drafts).where(ofItem(sittingId, itemId));
}

/** Deletes all drafts of a sitting when it closes. */
export async function clearDrafts(db: Db, sittingId: string): Promise<void> {
  await db.delete(drafts).where(eq(drafts.sittingId, sittingId));
}
