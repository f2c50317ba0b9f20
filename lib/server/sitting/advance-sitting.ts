import type { Tx } from '#db/client.ts';
import { ConflictError } from '#db/retry.ts';
import { recordReviews } from '#db/reviews.ts';
import { openServing, returnToServing } from '#db/servings.ts';
import { closeSitting, setItems } from '#db/sittings.ts';
import { recordVerdict } from '#db/verdicts.ts';
import type { Item } from '#lib/item/registry.ts';
import type { ItemsToAvoid } from '#lib/mastery/concept-test.ts';
import { nextQuestion } from '#lib/mastery/sitting-test.ts';
import { type Advance, type AdvanceMoment, advance, withEnd, withOpened } from '#lib/progress/advance.ts';
import type { SittingEnd } from '#lib/progress/end-sitting.ts';
import type { EarnedBadge } from '#lib/progress/sitting-view.ts';
import { itemsToAvoid } from '#lib/server/mastery/test-facts.ts';
import { awardBadge } from '#lib/server/progress/award-badge.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import { nextToOpen } from '#lib/sitting/item-record.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { loadAdvanceFacts } from './load-advance-facts.ts';

/** An activity once what follows from its answers is written. */
export interface Advanced extends Pick<Advance, 'context' | 'end'> {
  /** Null without one, or if the user has it already. */
  readonly badge: EarnedBadge | null;
}

/** Writes what follows from answers in a stored sitting; the next question of a test is chosen here. */
export async function applyAdvance(tx: Tx, decided: Advance, moment: AdvanceMoment): Promise<Advanced> {
  const { context, opened, end, badge } = await withQuestion(tx, decided, moment);
  if (opened?.joins) await setItems(tx, opened.sitting);
  if (opened) await (opened.returns ? returnToServing : openServing)(tx, opened.serving);
  if (end) await storeEnd(tx, end);
  return { context, end, badge: await awardBadge(tx, context.lesson, badge) };
}

const nothingToAvoid: ItemsToAvoid = { recent: new Set(), practised: new Set() };

async function withQuestion(tx: Tx, decided: Advance, moment: AdvanceMoment): Promise<Advance> {
  const { context, asks } = decided;
  if (!asks || !context.open) return decided;
  const isChosen = asks.test.mode === 'adaptive';
  const avoided = isChosen ? await itemsToAvoid(tx, context, moment.now) : nothingToAvoid;
  return withOpened(context, context.open, nextQuestion(asks, context, avoided), moment);
}

async function storeEnd(tx: Tx, { sitting, reviews, verdict }: SittingEnd): Promise<void> {
  const { id, userId, closedAt } = sitting;
  if (!closedAt || !(await closeSitting(tx, id, closedAt)))
    throw new ConflictError('The sitting was closed meanwhile');
  await recordReviews(
    tx,
    reviews.map((review) => ({ userId, ...review })),
  );
  if (verdict) await recordVerdict(tx, verdict);
}

/** Advances a sitting without an answer, for example after the time of an item. */
export async function advanceSitting(
  tx: Tx,
  context: ActivityContext,
  sitting: Sitting,
  moment: AdvanceMoment,
): Promise<ActivityContext> {
  const facts = await loadAdvanceFacts(tx, context, sitting);
  return (await applyAdvance(tx, advance(context, sitting, facts, moment), moment)).context;
}

/** Opens the first item that was not opened yet, unless the user is still working on another one. */
export async function openNext(
  tx: Tx,
  context: ActivityContext,
  moment: AdvanceMoment,
): Promise<ActivityContext> {
  const sitting = context.open;
  const item = sitting && nextToOpen(context, sitting, moment.now);
  return item ? openItem(tx, context, sitting, { item, ...moment }) : context;
}

/** Opens an item and starts its clock. */
export async function openItem(
  tx: Tx,
  context: ActivityContext,
  sitting: Sitting,
  { item, ...moment }: AdvanceMoment & { readonly item: Item },
): Promise<ActivityContext> {
  return (await applyAdvance(tx, withOpened(context, sitting, item, moment), moment)).context;
}

/** Closes a sitting, whether or not its items are settled. */
export async function closeNow(tx: Tx, context: ActivityContext, sitting: Sitting, now: Date): Promise<void> {
  const facts = await loadAdvanceFacts(tx, context, sitting);
  const { end, badge } = withEnd(context, sitting, facts, now);
  if (end) await storeEnd(tx, end);
  await awardBadge(tx, context.lesson, badge);
}
