import type { Tx } from '#db/client.ts';
import { settleServing } from '#db/clocks.ts';
import { findLastValidSave } from '#db/drafts.ts';
import { listServings, type Serving } from '#db/servings.ts';
import { closeSitting, type Sitting } from '#db/sittings.ts';
import { lockPerson } from '#db/standings.ts';
import { type Answer, itemType } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { EarnedBadge } from '#lib/progress/sitting-view.ts';
import type { World } from '#lib/server/world.ts';
import { isPastGrace } from '#lib/sitting/clock.ts';
import { authorsAnswer } from '#lib/sitting/served-item.ts';
import type { ActivityContext } from './activity-context.ts';
import { finishSitting } from './finish-sitting.ts';
import { gradeAttempt } from './grade-answer.ts';
import { itemsOf, readSitting } from './read-sitting.ts';

/** An open sitting. `context` is undefined when its lesson no longer exists. */
export interface OpenSitting {
  readonly sitting: Sitting;
  readonly context: ActivityContext | undefined;
}

/**
 * Ends an item whose time is over. The last draft that was saved in time is graded as an answer given when it was saved;
 * its own idempotency key ensures that this happens once.
 */
export async function endItem(
  tx: Tx,
  world: World,
  {
    open: { sitting, context },
    serving: { itemId },
    now,
  }: { readonly open: OpenSitting; readonly serving: Pick<Serving, 'itemId'>; readonly now: Date },
): Promise<void> {
  // The row is locked and read again for each item, as grading changes its totals.
  const person = await lockPerson(tx, sitting.userId);
  const found = (await world.library()).item(itemId);
  const save = context && found ? await lastSave(tx, sitting, found) : undefined;
  if (person && context && found && save) {
    const idempotencyKey = `last-save/${sitting.id}/${itemId}`;
    const { answer, savedAt } = save;
    const grading = { context, found, answer, user: person, idempotencyKey, now: savedAt };
    // A refusal (no attempt left, saved too late) changes nothing.
    await gradeAttempt(tx, world, { person, grading, sitting });
  }
  await settleServing(tx, { sittingId: sitting.id, itemId }, now);
}

/** Ends the items of a sitting whose time and grace are over, so that no saved draft is lost when the sitting is closed. */
export async function endExpiredItems(tx: Tx, world: World, open: OpenSitting, now: Date): Promise<void> {
  for (const serving of await listServings(tx, open.sitting.id)) {
    if (serving.settledAt === null && isPastGrace(serving.deadlineAt, now)) {
      await endItem(tx, world, { open, serving, now });
    }
  }
}

/** Closes a sitting if all its items are settled, and records its verdict or badge. */
export async function finishWhenSettled(
  tx: Tx,
  { sitting, context }: OpenSitting,
  now: Date,
): Promise<EarnedBadge | null> {
  if (!context) return null;
  const records = await readSitting(tx, sitting.id);
  const settled = itemsOf(context, sitting).every(({ id }) => records.get(id)?.serving?.settledAt);
  return settled ? finishSitting(tx, { context, sitting, userId: sitting.userId, now }) : null;
}

/** Closes a sitting, whether or not its items are settled. */
export async function finishNow(
  tx: Tx,
  { sitting, context }: OpenSitting,
  now: Date,
): Promise<EarnedBadge | null> {
  if (context) return finishSitting(tx, { context, sitting, userId: sitting.userId, now });
  await closeSitting(tx, sitting.id, now);
  return null;
}

/** The newest saved draft that can be graded, with the author's ids. */
async function lastSave(
  tx: Tx,
  sitting: Sitting,
  { item }: FoundItem,
): Promise<{ answer: Answer; savedAt: Date } | undefined> {
  const save = await findLastValidSave(tx, sitting.id, item.id);
  if (!save) return undefined;
  const type = itemType(item.type);
  const posted = type.formSchema.safeParse(save.fields);
  const answer = posted.success ? authorsAnswer(item, sitting.seed, posted.data) : null;
  const isComplete = answer !== null && type.validate(item.body, answer) === null;
  return isComplete ? { answer, savedAt: save.savedAt } : undefined;
}
