import { chooseDraft, saveDraft as storeDraft } from '#db/drafts.ts';
import { lockServing } from '#db/servings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { FormFields } from '#lib/item/item-type.ts';
import { type Item, itemType } from '#lib/item/registry.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { ensureSitting } from '#lib/server/sitting/ensure-sitting.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import type { World } from '#lib/server/world.ts';
import { type ActivityContext, openRecord } from '#lib/sitting/activity-context.ts';
import { askedItem } from '#lib/sitting/asked-item.ts';
import { graceMs, isPastGrace } from '#lib/sitting/clock.ts';
import type { DraftRequest, SavedDraft } from '#lib/sitting/draft-request.ts';
import { isServedIn } from '#lib/sitting/drill.ts';
import type { DraftRefusal } from '#lib/sitting/refusals.ts';
import { draftState, idempotencyKeyFor, postedAnswer, shownVersion } from '#lib/sitting/served-item.ts';

/** Saves the fields of an unsent answer, which uses no attempt. Returns the draft as it is stored now. */
export async function saveDraft(
  world: World,
  user: SessionUser,
  input: DraftRequest,
): Promise<Result<SavedDraft, DraftRefusal>> {
  const now = world.now();
  const found = (await world.library()).item(input.item);
  if (!found || found.lesson.id !== input.lesson) return refuse('not-found');
  if (!isServedIn(found.activity, input.activity)) return refuse('outside');
  const { item } = found;
  return world.database.transaction(async (tx): Promise<Result<SavedDraft, DraftRefusal>> => {
    const isGuest = user.role === 'guest';
    const request = { userId: user.id, isGuest, name: input, now, itemId: item.id };
    const context = await findActivityContext(tx, world, request);
    if (!context) return refuse('not-found');
    const asked = askedItem(found, context.seed, openRecord(context, item.id)).item;
    const outdated = whyOutdated(context, asked, input);
    if (outdated) return refuse(outdated);
    const sitting = await ensureSitting(tx, world, context, { item, user, now, shown: true });
    if (typeof sitting === 'string') return refuse(sitting);
    const serving = openRecord(context, item.id)?.serving;
    const used = serving?.used ?? 0;
    if (idempotencyKeyFor(context.address, item.id, used) !== input.key)
      return refuse(serving?.settledAt ? 'settled' : 'answered');
    const latest = new Date(now.getTime() - graceMs);
    if (!(await lockServing(tx, { sittingId: sitting.id, itemId: item.id, used, latest })))
      return refuse(serving && isPastGrace(serving.deadlineAt, now) ? 'late' : 'settled');
    const { device, turn, base, fields } = input;
    const canBeGraded = (posted: FormFields) => isComplete(asked, context.seed, posted);
    const save = { fields, device, turn, base, savedAt: now, valid: canBeGraded(fields) };
    const draft = await storeDraft(tx, sitting.id, item.id, save);
    const chosen = input.use
      ? await chooseDraft(tx, {
          sittingId: sitting.id,
          itemId: item.id,
          id: input.use,
          choice: { device, savedAt: now, canBeGraded },
        })
      : undefined;
    const isNews = draft.savedAt.getTime() === now.getTime();
    return ok({ ...draftState(asked, context.seed, chosen ?? draft), isNews });
  });
}

/** Why the saving page is outdated; null when it shows the current sitting and version. */
function whyOutdated(
  context: ActivityContext,
  item: Item,
  { sitting, version }: DraftRequest,
): 'settled' | 'stale' | null {
  if (!context.open && context.latest?.ordinal === sitting) return 'settled';
  if (context.address.ordinal !== sitting) return 'stale';
  return shownVersion(item, context.seed) === version ? null : 'stale';
}

function isComplete(item: Item, seed: string, fields: FormFields): boolean {
  const answer = postedAnswer(item, seed, fields);
  return answer !== null && itemType(item.type).validate(item.body, answer.own) === null;
}
