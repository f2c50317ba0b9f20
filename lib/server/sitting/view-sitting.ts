import type { Db } from '#db/client.ts';
import { listCredits } from '#db/credits.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { isOver, viewOfSitting } from '#lib/progress/view-of-sitting.ts';
import { type KnownResult, testResult } from '#lib/server/mastery/test-result.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import type { Credit } from '#lib/sitting/clock-reading.ts';
import { currentItem } from '#lib/sitting/item-record.ts';

/** A challenge or test as the user sees it now. `known`: what was loaded already of the result of a test. */
export async function viewSitting(
  db: Db,
  context: ActivityContext,
  now: Date,
  known?: KnownResult,
): Promise<SittingView> {
  const shown = context.open ?? context.latest;
  const isEnded = isOver(context, now);
  const current = isEnded ? undefined : currentItem(context);
  const hasResult = isEnded && context.kind.mode === 'test';
  const facts = {
    credits: shown && current && context.delivery.clock ? await creditsOf(db, shown.id, current.id) : [],
    testResult: hasResult ? await testResult(db, context, now, known) : null,
  };
  return viewOfSitting(context, facts, now);
}

/** The pauses that were credited to an item. Times in milliseconds since 1970. */
export async function creditsOf(db: Db, sittingId: string, itemId: string): Promise<Credit[]> {
  return (await listCredits(db, sittingId, itemId)).map(({ awayFrom, awayTo, addedMs }) => ({
    awayFrom: awayFrom.getTime(),
    awayTo: awayTo.getTime(),
    addedMs,
  }));
}
