import type { Tx } from '#db/client.ts';
import { settleServing } from '#db/clocks.ts';
import { itemType } from '#lib/item/registry.ts';
import { type CompleteAnswer, gradeAttempt } from '#lib/progress/grade-attempt.ts';
import type { World } from '#lib/server/world.ts';
import type { ActivityContext, ItemRecord } from '#lib/sitting/activity-context.ts';
import { isPastGrace } from '#lib/sitting/clock.ts';
import { postedAnswer } from '#lib/sitting/served-item.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { applyAnswer } from './apply-answer.ts';
import { loadAttempt } from './load-attempt.ts';

/**
 * Ends an item whose time is over. The last draft that was saved in time is graded as an answer given when it was saved;
 * its own idempotency key ensures that this happens once.
 */
export async function endItem(
  tx: Tx,
  world: World,
  {
    context,
    record,
    now,
  }: { readonly context: ActivityContext; readonly record: ItemRecord; readonly now: Date },
): Promise<void> {
  const { open: sitting, userId, lesson, activity } = context;
  const found = (await world.library()).item(record.serving.itemId);
  const save = sitting && found && lastSave(record, sitting, found.item);
  if (sitting && found && save) {
    const idempotencyKey = `last-save/${sitting.id}/${found.item.id}`;
    const name = { lesson: lesson.id, activity };
    const attempt = await loadAttempt(tx, world, { userId, name, found, idempotencyKey, now });
    const answer: CompleteAnswer = { ...save, idempotencyKey, id: world.newId(), endedAt: now };
    const changes = attempt && gradeAttempt(attempt, sitting, answer);
    if (changes && !('refused' in changes)) return applyAnswer(tx, attempt, changes);
  }
  // Without a draft, or with one that is refused (no attempt left, saved too late), nothing is graded.
  await settleServing(tx, record.serving, now);
}

/**
 * Ends the items of an open sitting whose time and grace are over, so that no saved draft is lost when the sitting is
 * closed. Returns whether there were any.
 */
export async function endExpiredItems(
  tx: Tx,
  world: World,
  context: ActivityContext,
  now: Date,
): Promise<boolean> {
  const expired = [...(context.open ? context.records.values() : [])].filter(
    ({ serving }) => serving.settledAt === null && isPastGrace(serving.deadlineAt, now),
  );
  for (const record of expired) await endItem(tx, world, { context, record, now });
  return expired.length > 0;
}

/** The newest saved draft that can be graded, with the author's ids. */
function lastSave(
  { draft }: ItemRecord,
  { seed }: Sitting,
  item: Parameters<typeof postedAnswer>[0],
): Pick<CompleteAnswer, 'answer' | 'now'> | undefined {
  const posted = draft?.validFields && postedAnswer(item, seed, draft.validFields);
  const isComplete = posted && itemType(item.type).validate(item.body, posted.own) === null;
  return isComplete && draft.validAt ? { answer: posted.own, now: draft.validAt } : undefined;
}
