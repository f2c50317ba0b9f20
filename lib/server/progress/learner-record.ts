import type { Db } from '#db/client.ts';
import { listAllItemStandings } from '#db/standings.ts';
import { listReceipts, type VerdictWithoutReceipt } from '#db/verdicts.ts';
import { weakObjectives } from '#lib/mastery/verdict-receipt.ts';
import type { ActivityStanding } from '#lib/progress/lesson-progress.ts';
import type { LearnerRecord, LessonVerdict } from '#lib/progress/recommendation-facts.ts';

/** The record of a learner on which recommendations are based. `verdicts` are all of the learner's, oldest first. */
export async function learnerRecord(
  db: Db,
  userId: string,
  standings: readonly ActivityStanding[],
  verdicts: readonly VerdictWithoutReceipt[],
): Promise<LearnerRecord> {
  const newest = [...new Map(verdicts.map((verdict) => [verdict.lessonId, verdict])).values()];
  const notStrong = newest.filter(({ outcome }) => outcome !== 'strong');
  const receipts = new Map(
    (
      await listReceipts(
        db,
        notStrong.map(({ sittingId }) => sittingId),
      )
    ).map(({ sittingId, receipt }) => [sittingId, receipt]),
  );
  const byLesson = newest.map(({ lessonId, sittingId, outcome }): [string, LessonVerdict] => {
    const receipt = receipts.get(sittingId);
    return [lessonId, { outcome, weak: receipt ? weakObjectives(receipt) : [] }];
  });
  // Solved items are needed only to recommend practice after a test without the verdict "strong".
  const items = notStrong.length > 0 ? await listAllItemStandings(db, userId) : [];
  const solved = new Set(items.flatMap((item) => (item.solved ? [item.itemId] : [])));
  return { standings, verdicts: new Map(byLesson), solved };
}
