import { isTestOver, type SittingTest } from '#lib/mastery/sitting-test.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import { itemsOf } from '#lib/sitting/item-record.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';

/** What follows in a challenge or test: nothing yet, its next item, the choice of a question, or its end. */
export type NextStep = 'stay' | 'open-next' | 'ask' | 'end';

/** The step after an answer, or after the time of an item; `test` is null for a challenge. */
export function nextStep(context: ActivityContext, sitting: Sitting, test: SittingTest | null): NextStep {
  if (test) return isTestOver(test) ? 'end' : 'ask';
  if (isAllSettled(context, sitting)) return 'end';
  // With feedback at once the user reads it first, and opens the next item.
  return context.delivery.feedback === 'at-end' ? 'open-next' : 'stay';
}

/** Whether every item of a sitting was opened and accepts no further answer. */
export function isAllSettled(context: ActivityContext, sitting: Sitting): boolean {
  return itemsOf(context, sitting).every(({ id }) => context.records.get(id)?.serving.settledAt != null);
}
