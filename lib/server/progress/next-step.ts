import type { Db } from '#db/client.ts';
import { listOpenTests } from '#db/sittings.ts';
import type { ActivityStandingRow } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { DatedStanding } from '#lib/progress/left-off-activity.ts';
import { type NextForLearner, nextForLearner } from '#lib/progress/next-for-learner.ts';
import type { LearnerRecord } from '#lib/progress/recommendation-facts.ts';
import type { World } from '#lib/server/world.ts';
import { learnerRecord } from './learner-record.ts';
import { shownStandings } from './unrevealed-answers.ts';

export interface LoadedStep {
  readonly standings: readonly ActivityStandingRow[];
  readonly record: LearnerRecord;
  readonly openTests: readonly DatedStanding[];
  /** Null before the first answer, and when nothing is left to do. */
  readonly next: NextForLearner | null;
}

/** The next step of a learner over all lessons, for the page of today and the map of a track. */
export async function nextStepOf(
  world: World,
  user: Pick<SessionUser, 'id' | 'timeZone'>,
): Promise<LoadedStep> {
  const { db } = world.database;
  const library = await world.library();
  const standings = await shownStandings(db, library, user.id);
  const openTests = await openTestsOf(db, user.id, standings);
  const record = await learnerRecord(db, user, standings, world.now());
  const next = nextForLearner(library, record, { activities: standings, openTests });
  return { standings, record, openTests, next };
}

/** Open tests, each with the time of its last answer, or of its start. */
async function openTestsOf(
  db: Db,
  userId: string,
  standings: readonly DatedStanding[],
): Promise<DatedStanding[]> {
  return (await listOpenTests(db, userId)).map(({ lessonId, startedAt }) => {
    const own = standings.find((row) => row.lessonId === lessonId && row.activity === 'test');
    const lastAt = own && own.lastAt > startedAt ? own.lastAt : startedAt;
    return { lessonId, activity: 'test', solved: 0, lastAt };
  });
}
