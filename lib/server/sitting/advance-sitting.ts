import type { Tx } from '#db/client.ts';
import { ConflictError } from '#db/retry.ts';
import { recordReviews } from '#db/reviews.ts';
import { openServing } from '#db/servings.ts';
import { closeSitting } from '#db/sittings.ts';
import { recordVerdict } from '#db/verdicts.ts';
import type { Item } from '#lib/item/registry.ts';
import { nextQuestion, type SittingTest, sittingTest } from '#lib/mastery/sitting-test.ts';
import { endSitting, type SittingEnd } from '#lib/progress/end-sitting.ts';
import { nextStep } from '#lib/progress/next-step.ts';
import type { EarnedBadge } from '#lib/progress/sitting-view.ts';
import { itemsToAvoid } from '#lib/server/mastery/test-facts.ts';
import { awardBadge } from '#lib/server/progress/award-badge.ts';
import { type ActivityContext, withSitting } from '#lib/sitting/activity-context.ts';
import { nextToOpen } from '#lib/sitting/item-record.ts';
import { type ClockSettings, openedItem } from '#lib/sitting/new-sitting.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { loadEndFacts, type StoredFacts } from './load-end-facts.ts';
import { storeSitting } from './store-sitting.ts';

/** A sitting after its answers: with its next item open, or closed. */
export interface Advanced {
  readonly context: ActivityContext;
  readonly badge: EarnedBadge | null;
  readonly end: SittingEnd | null;
}

/** When the sitting advances, and whose clock starts. */
export interface Advance {
  readonly user: ClockSettings;
  readonly now: Date;
  /** What the end depends on, if it was loaded. */
  readonly facts?: StoredFacts;
}

/**
 * Ends a challenge or test whose items are settled. Otherwise opens the next question of a test, or the next problem of a
 * challenge with feedback at its end.
 */
export async function advanceSitting(
  tx: Tx,
  context: ActivityContext,
  sitting: Sitting,
  { user, now, facts: loaded }: Advance,
): Promise<Advanced> {
  const facts = loaded ?? (await loadEndFacts(tx, context, sitting));
  const test = facts.test && sittingTest(context, sitting, facts.test);
  const still = { context, badge: null, end: null };
  switch (nextStep(context, sitting, test)) {
    case 'stay':
      return still;
    case 'open-next':
      return { ...still, context: await openNext(tx, context, { user, now }) };
    case 'ask': {
      const item = test && (await chooseQuestion(tx, context, test, now));
      return item ? { ...still, context: await openItem(tx, context, sitting, { item, user, now }) } : still;
    }
    case 'end':
      return closeNow(tx, context, sitting, { facts, now });
  }
}

/** Opens the first item that was not opened yet, unless the user is still working on another one. */
export async function openNext(
  tx: Tx,
  context: ActivityContext,
  { user, now }: Pick<Advance, 'user' | 'now'>,
): Promise<ActivityContext> {
  const sitting = context.open;
  const item = sitting && nextToOpen(context, sitting, now);
  return item ? openItem(tx, context, sitting, { item, user, now }) : context;
}

/** Opens an item and starts its clock. Returns the context with it. */
export async function openItem(
  tx: Tx,
  context: ActivityContext,
  sitting: Sitting,
  opening: { readonly item: Item; readonly user: ClockSettings; readonly now: Date },
): Promise<ActivityContext> {
  const { id } = opening.item;
  const isIncluded = sitting.itemIds.includes(id);
  const current = isIncluded ? sitting : { ...sitting, itemIds: [...sitting.itemIds, id] };
  await storeSitting(tx, context, current);
  const opened = openedItem(context, current, opening);
  await openServing(tx, opened.serving);
  return withSitting(context, current, [opened]);
}

async function chooseQuestion(
  tx: Tx,
  context: ActivityContext,
  test: SittingTest,
  now: Date,
): Promise<Item | undefined> {
  const isFixed = test.test.mode === 'fixed';
  const avoided = isFixed ? { recent: new Set<string>(), practised: new Set<string>() } : undefined;
  return nextQuestion(test, context, avoided ?? (await itemsToAvoid(tx, context, now)));
}

/** Closes a sitting, whether or not its items are settled. */
export async function closeNow(
  tx: Tx,
  context: ActivityContext,
  open: Sitting,
  { facts, now }: { readonly facts: StoredFacts; readonly now: Date },
): Promise<Advanced> {
  const test = facts.test && sittingTest(context, open, facts.test);
  const end = endSitting(context, open, { ...facts, test }, now);
  const { sitting, reviews, verdict, badge } = end;
  if (!(await closeSitting(tx, sitting.id, now))) throw new ConflictError('The sitting was closed meanwhile');
  const { userId } = sitting;
  await recordReviews(
    tx,
    reviews.map((review) => ({ userId, ...review })),
  );
  if (verdict) await recordVerdict(tx, verdict);
  const earned = await awardBadge(tx, context.lesson, badge);
  return { context: withSitting(context, sitting), badge: earned, end };
}
