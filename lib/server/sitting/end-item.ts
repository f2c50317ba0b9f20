import type { Tx } from '#db/client.ts';
import { settleServing } from '#db/clocks.ts';
import { lockPerson } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { itemType } from '#lib/item/registry.ts';
import { type CompleteAnswer, gradeAttempt } from '#lib/progress/grade-attempt.ts';
import { isAllSettled } from '#lib/progress/next-step.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import type { ActivityContext, ActivityName, ItemRecord } from '#lib/sitting/activity-context.ts';
import { askedItem } from '#lib/sitting/asked-item.ts';
import { isPastGrace } from '#lib/sitting/clock.ts';
import { postedAnswer } from '#lib/sitting/served-item.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { advanceSitting } from './advance-sitting.ts';
import { applyAnswer } from './apply-answer.ts';
import { findActivityContext } from './find-activity-context.ts';
import { loadAttempt } from './load-attempt.ts';
import { viewSitting } from './view-sitting.ts';

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
  const save = sitting && found && lastSave(record, sitting, askedItem(found, sitting.seed, record).item);
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

/**
 * Ends the item whose time and grace are over, and shows it with its solution; ends the sitting with its last item. The next
 * item is opened by the person only.
 */
export async function endOverdueItem(
  world: World,
  user: SessionUser,
  name: ActivityName,
): Promise<Result<SittingView, 'not-found' | 'not-open'>> {
  const now = world.now();
  return world.database.transaction(async (tx) => {
    const person = await lockPerson(tx, user.id);
    const request = { userId: user.id, name, now };
    const context = await findActivityContext(tx, world, request);
    if (!person || !context) return refuse('not-found');
    if (!context.latest) return refuse('not-open');
    const hasEnded = await endExpiredItems(tx, world, context, now);
    const settled = (hasEnded && (await findActivityContext(tx, world, request))) || context;
    const { open } = settled;
    const isLast = open !== null && hasEnded && isAllSettled(settled, open);
    const shown = isLast ? await advanceSitting(tx, settled, open, { user, now }) : settled;
    return ok(await viewSitting(tx, shown, now));
  });
}
