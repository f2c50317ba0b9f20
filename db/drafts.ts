import { and, eq } from 'drizzle-orm';
import type { FormFields } from '#lib/item/item-type.ts';
import { afterChoice, afterSave, type ConflictChoice, type Draft, type Save } from '#lib/sitting/draft.ts';
import type { Db, Tx } from './client.ts';
import { drafts } from './schema/drafts.ts';

export type StoredDraft = typeof drafts.$inferSelect;

const at = (sittingId: string, itemId: string) =>
  and(eq(drafts.sittingId, sittingId), eq(drafts.itemId, itemId));

/** The draft after this save. Called while the serving is held (`holdServing`), so that saves run one at a time. */
export async function saveDraft(tx: Tx, sittingId: string, itemId: string, save: Save): Promise<Draft> {
  const before = await findDraft(tx, sittingId, itemId);
  return store(tx, { sittingId, itemId, before, after: afterSave(before, save) });
}

/** Exchanges the draft and one of its conflicting saves; undefined without a draft. Called while the serving is held. */
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
  const before = await findDraft(tx, sittingId, itemId);
  return before && store(tx, { sittingId, itemId, before, after: afterChoice(before, id, choice) });
}

async function store(
  tx: Tx,
  {
    sittingId,
    itemId,
    before,
    after,
  }: {
    readonly sittingId: string;
    readonly itemId: string;
    readonly before: Draft | undefined;
    readonly after: Draft;
  },
): Promise<Draft> {
  if (after === before) return after;
  if (before) await tx.update(drafts).set(after).where(at(sittingId, itemId));
  else await tx.insert(drafts).values({ sittingId, itemId, ...after });
  return after;
}

export async function findDraft(db: Db, sittingId: string, itemId: string): Promise<StoredDraft | undefined> {
  const [draft] = await db.select().from(drafts).where(at(sittingId, itemId));
  return draft;
}

/** What is graded when the time is over and nothing was submitted: the newest save that could be graded. */
export async function findLastValidSave(
  db: Db,
  sittingId: string,
  itemId: string,
): Promise<{ fields: FormFields; savedAt: Date } | undefined> {
  const draft = await findDraft(db, sittingId, itemId);
  return draft?.validFields && draft.validAt
    ? { fields: draft.validFields, savedAt: draft.validAt }
    : undefined;
}

export async function listDrafts(db: Db, sittingId: string): Promise<StoredDraft[]> {
  return db.select().from(drafts).where(eq(drafts.sittingId, sittingId));
}

/** Called when an answer is recorded, which holds what was typed. */
export async function clearDraft(db: Db, sittingId: string, itemId: string): Promise<void> {
  await db.delete(drafts).where(at(sittingId, itemId));
}

/** A closed sitting takes no more answers. */
export async function clearDrafts(db: Db, sittingId: string): Promise<void> {
  await db.delete(drafts).where(eq(drafts.sittingId, sittingId));
}
