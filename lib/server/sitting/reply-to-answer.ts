import type { Tx } from '#db/client.ts';
import { type AnswerChanges, type Attempt, afterChanges } from '#lib/progress/attempt.ts';
import { progressIn } from '#lib/progress/lesson-progress.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import { revealedStandings, unrevealedPoints } from '#lib/progress/unrevealed-answer.ts';
import { subjectMapKey } from '#lib/review/review-subject.ts';
import { shownContext } from '#lib/sitting/activity-context.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import type { Advanced } from './advance-sitting.ts';
import { viewSitting } from './view-sitting.ts';

/** The item, score and sitting after an answer, from what was loaded and changed; `changes` are absent for a repeat. */
export async function replyTo(
  tx: Tx,
  { found: { item }, standings, unrevealed: before, learner, history }: Attempt,
  { context, end, badge }: Advanced,
  { now, changes }: { readonly now: Date; readonly changes?: AnswerChanges },
): Promise<SubmitReply> {
  const { lesson, activity, delivery, records } = context;
  const sitting = context.open ?? context.latest;
  const closed = sitting?.closedAt != null;
  // Before the feedback, points and progress would reveal whether the answer is right.
  const showsScore = delivery.feedback === 'at-once' || closed;
  // Those of this sitting are revealed when it is closed, and nothing is shown before.
  const unrevealed = before.filter(({ sittingId }) => sittingId !== sitting?.id);
  const after = revealedStandings(changes ? afterChanges(standings, changes) : standings, unrevealed);
  const known = end?.verdict && {
    verdict: end.verdict,
    standings: after,
    reviews: [
      ...new Map([...history.reviews, ...end.reviews].map((row) => [subjectMapKey(row), row])).values(),
    ],
    timeZone: learner.timeZone,
  };
  return {
    kind: 'recorded',
    item: servedItem(shownContext(context), item, { record: records.get(item.id), now, closed }),
    gained: (showsScore && changes?.response.points) || 0,
    totals:
      showsScore && changes
        ? {
            points: changes.learner.xp - unrevealedPoints(unrevealed, changes.response.userId),
            streakDays: changes.learner.streakDays,
          }
        : null,
    badge,
    sitting:
      delivery.starts === 'on-request' ? await viewSitting(tx, context, now, known ?? undefined) : null,
    progress: showsScore ? progressIn(lesson, activity, after) : null,
  };
}
