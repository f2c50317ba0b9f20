import type { Item } from '#lib/item/registry.ts';
import { type SittingTest, sittingTest, type TestFacts } from '#lib/mastery/sitting-test.ts';
import { type ActivityContext, withSitting } from '#lib/sitting/activity-context.ts';
import { nextToOpen } from '#lib/sitting/item-record.ts';
import { type ClockSettings, openedItem } from '#lib/sitting/new-sitting.ts';
import type { Sitting, StoredServing } from '#lib/sitting/sitting.ts';
import { type AnswerChanges, type Attempt, afterAnswer, standingAfter } from './attempt.ts';
import { type BadgeAward, type EndFacts, endSitting, lessonBadge, type SittingEnd } from './end-sitting.ts';
import { nextStep } from './next-step.ts';
import { revealedStandings } from './unrevealed-answer.ts';

/** What follows from answers: the next item or the choice of one, the end of the sitting, a badge, or nothing. */
export interface Advance {
  /** The activity after it. */
  readonly context: ActivityContext;
  /** The item that is opened. */
  readonly opened: Opening | null;
  /** The test whose next question is chosen, which depends on what the learner has practised: it is read only then. */
  readonly asks: SittingTest | null;
  readonly end: SittingEnd | null;
  /** The badge that is earned, unless the person has it already. */
  readonly badge: BadgeAward | null;
}

/** An item whose clock starts. */
export interface Opening {
  readonly sitting: Sitting;
  readonly serving: StoredServing;
  /** Whether the item joins the sitting now. */
  readonly joins: boolean;
  /** Whether it was opened before. */
  readonly returns: boolean;
}

/** What it depends on beside the sitting; `test` is null for a challenge. */
export interface AdvanceFacts extends Omit<EndFacts, 'test'> {
  readonly test: TestFacts | null;
}

/** When it happens, and whose clock starts. */
export interface AdvanceMoment {
  readonly user: ClockSettings;
  readonly now: Date;
}

/**
 * Ends a challenge or test whose items are settled. Otherwise asks the next question of a test, or opens the next problem
 * of a challenge with feedback at its end.
 */
export function advance(
  context: ActivityContext,
  sitting: Sitting,
  facts: AdvanceFacts,
  { user, now }: AdvanceMoment,
): Advance {
  const test = facts.test && sittingTest(context, sitting, facts.test);
  switch (nextStep(context, sitting, test)) {
    case 'stay':
      return unchanged(context);
    case 'open-next':
      return withOpened(context, sitting, nextToOpen(context, sitting, now), { user, now });
    case 'ask':
      return { ...unchanged(context), asks: test };
    case 'end':
      return withEnd(context, sitting, facts, now);
  }
}

/** What follows from one recorded answer. Activities that start by themselves have no end, but may earn a badge. */
export function advanceAfter(attempt: Attempt, changes: AnswerChanges, now: Date): Advance {
  const { found, learner, history, test } = attempt;
  const { context, standings } = afterAnswer(attempt, changes);
  if (context.delivery.starts === 'by-itself') {
    const earned =
      changes.serving.solved && learner.role !== 'guest'
        ? lessonBadge(found.lesson, revealedStandings(standings, attempt.unrevealed), {
            userId: learner.id,
            at: now,
          })
        : null;
    return { ...unchanged(context), badge: earned };
  }
  const facts = {
    reviews: history.reviews,
    standing: standingAfter(attempt, changes),
    test: test && withBelief(test, changes),
    standings,
  };
  return advance(context, changes.sitting, facts, { user: learner, now });
}

/** The answer has changed the estimated difficulty of its own item too. */
function withBelief(test: TestFacts, { beliefs, response }: AnswerChanges): TestFacts {
  if (!beliefs) return test;
  return { ...test, difficulties: new Map([...test.difficulties, [response.itemId, beliefs.item]]) };
}

export const unchanged = (context: ActivityContext): Advance => ({
  ...{ context, opened: null, asks: null, end: null, badge: null },
});

/** Opens an item, if there is one, or returns to it. It joins the sitting if it was not a part of it. */
export function withOpened(
  context: ActivityContext,
  sitting: Sitting,
  item: Item | undefined,
  { user, now }: AdvanceMoment,
): Advance {
  if (!item) return unchanged(context);
  const joins = !sitting.itemIds.includes(item.id);
  const current = joins ? { ...sitting, itemIds: [...sitting.itemIds, item.id] } : sitting;
  const before = context.records.get(item.id);
  const record = before
    ? { ...before, serving: { ...before.serving, openedAt: now } }
    : openedItem(context, current, { item, user, now });
  const opened = { sitting: current, serving: record.serving, joins, returns: before !== undefined };
  return { ...unchanged(context), context: withSitting(context, current, [record]), opened };
}

/** Closes a sitting, whether or not its items are settled. */
export function withEnd(context: ActivityContext, sitting: Sitting, facts: AdvanceFacts, now: Date): Advance {
  const test = facts.test && sittingTest(context, sitting, facts.test);
  const end = endSitting(context, sitting, { ...facts, test }, now);
  return { ...unchanged(withSitting(context, end.sitting)), end, badge: end.badge };
}
