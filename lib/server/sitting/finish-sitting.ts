import type { Tx } from '#db/client.ts';
import { closeSitting, type Sitting } from '#db/sittings.ts';
import { recordVerdict } from '#db/verdicts.ts';
import { chance } from '#lib/chance/chance.ts';
import type { Item } from '#lib/item/registry.ts';
import { conceptVerdict } from '#lib/mastery/concept-test.ts';
import type { EarnedBadge } from '#lib/progress/sitting-view.ts';
import { loadTestState } from '#lib/server/mastery/test-state.ts';
import { awardBadge } from '#lib/server/progress/award-badge.ts';
import { peopleStandings, standingId } from '#lib/server/progress/people-standings.ts';
import { scheduleSitting } from '#lib/server/review/schedule-review.ts';
import type { ActivityContext } from './activity-context.ts';
import { type ItemRecord, isSolved, itemsOf, readSitting } from './read-sitting.ts';

/** Closes a challenge or test and records the verdict of the test, or the badge of a fully solved challenge. */
export async function finishSitting(
  tx: Tx,
  {
    context,
    sitting,
    userId,
    now,
  }: {
    readonly context: ActivityContext;
    readonly sitting: Sitting;
    readonly userId: string;
    readonly now: Date;
  },
): Promise<EarnedBadge | null> {
  if (!(await closeSitting(tx, sitting.id, now))) return null;
  await scheduleSitting(tx, context, sitting);
  const records = await readSitting(tx, sitting.id);
  const items = itemsOf(context, sitting);
  const solved = items.filter((item) => isSolved(records.get(item.id)));
  if (context.kind.mode === 'test') return recordTestVerdict(tx, context, sitting, now);
  const timed = isTimed(items, records) ? 'timed' : 'untimed';
  return solved.length === items.length && sitting.scope !== 'missed'
    ? awardBadge(tx, context.lesson, { userId, at: now, rule: 'challenge', timed })
    : null;
}

async function recordTestVerdict(
  tx: Tx,
  context: ActivityContext,
  sitting: Sitting,
  now: Date,
): Promise<EarnedBadge | null> {
  const { lesson } = context;
  const { userId } = sitting;
  const { bank, rule, test } = await loadTestState(tx, context, sitting, now);
  const verdict = conceptVerdict(bank, rule, test, chance(`${sitting.seed}/more`));
  const standing = (await peopleStandings(tx, [userId])).get(standingId(userId, lesson.id))?.standing ?? null;
  await recordVerdict(tx, {
    sittingId: sitting.id,
    userId,
    lessonId: lesson.id,
    ...verdict,
    standing,
    right: test.answers.filter(({ correct }) => correct).length,
    asked: test.answers.length,
    at: now,
  });
  return verdict.outcome === 'strong'
    ? awardBadge(tx, lesson, { userId, at: now, rule: 'test', timed: 'no-clock' })
    : null;
}

/** Whether all items with a time limit had a clock: turning the clock off during the sitting makes it untimed. */
export function isTimed(items: readonly Item[], records: ReadonlyMap<string, ItemRecord>): boolean {
  const clocked = items.filter((item) => item.timeMs !== null);
  return clocked.length > 0 && clocked.every((item) => records.get(item.id)?.serving?.deadlineAt != null);
}
