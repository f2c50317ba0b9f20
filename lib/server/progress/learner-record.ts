import type { Db } from '#db/client.ts';
import { listAllItemStandings } from '#db/standings.ts';
import { listNewestVerdicts } from '#db/verdicts.ts';
import { weakObjectives } from '#lib/mastery/verdict-receipt.ts';
import type { ActivityStanding } from '#lib/progress/lesson-progress.ts';
import type { LearnerRecord, LessonVerdict } from '#lib/progress/recommendation-facts.ts';

/** The record of a learner on which recommendations are based. */
export async function learnerRecord(
  db: Db,
  userId: string,
  standings: readonly ActivityStanding[],
): Promise<LearnerRecord> {
  const verdicts = await listNewestVerdicts(db, userId);
  const byLesson = verdicts.map(({ lessonId, outcome, receipt }): [string, LessonVerdict] => {
    const isStrong = outcome === 'strong';
    return [
      lessonId,
      {
        outcome,
        // Computed when it is asked for: most readers look at one lesson.
        get weak() {
          return receipt && !isStrong ? weakObjectives(receipt) : [];
        },
      },
    ];
  });
  // Solved items are needed only to recommend practice after a test without the verdict "strong".
  const isNeeded = verdicts.some(({ outcome }) => outcome !== 'strong');
  const items = isNeeded ? await listAllItemStandings(db, userId) : [];
  const solved = new Set(items.flatMap((item) => (item.solved ? [item.itemId] : [])));
  return { standings, verdicts: new Map(byLesson), solved };
}
