import type { Db } from '#db/client.ts';
import { listSolvedItems } from '#db/standings.ts';
import { listNewestVerdicts } from '#db/verdicts.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { weakObjectives } from '#lib/mastery/verdict-receipt.ts';
import type { LearnerRecord, LessonVerdict } from '#lib/progress/recommendation-facts.ts';

/** The record of a learner on which recommendations are based. */
export async function learnerRecord(
  db: Db,
  user: Pick<SessionUser, 'id' | 'timeZone'>,
  standings: LearnerRecord['standings'],
  now: Date,
): Promise<LearnerRecord> {
  const verdicts = await listNewestVerdicts(db, user.id);
  const byLesson = verdicts.map(({ lessonId, outcome, receipt, at }): [string, LessonVerdict] => {
    const isStrong = outcome === 'strong';
    return [
      lessonId,
      {
        outcome,
        at,
        day: localDay(at, user.timeZone),
        // Computed when it is asked for: most readers look at one lesson.
        get weak() {
          return receipt && !isStrong ? weakObjectives(receipt) : [];
        },
      },
    ];
  });
  // Solved items are needed only to recommend practice after a test without the verdict "strong".
  const isNeeded = verdicts.some(({ outcome }) => outcome !== 'strong');
  const solved = new Set(isNeeded ? await listSolvedItems(db, user.id) : []);
  return { today: localDay(now, user.timeZone), standings, verdicts: new Map(byLesson), solved };
}
