import { cache } from 'react';
import { listVerdictsOf } from '#db/verdicts.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { OwnReport } from '#lib/item/problem-report.ts';
import { type Mastery, mastery } from '#lib/mastery/level.ts';
import { activityProgress, lessonProgress, type Progress } from '#lib/progress/lesson-progress.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { reportsByUser } from '#lib/server/content/item-reports.ts';
import { requestTime } from '#lib/server/door/request-time.ts';
import { currentLearner } from '#lib/server/door/session.ts';
import { requestWorld, world } from '#lib/server/host/process-world.ts';
import { standingId, visibleStandings } from '#lib/server/progress/people-standings.ts';
import { shownStandings } from '#lib/server/progress/unrevealed-answers.ts';
import { type ActivityContext, openRecord } from '#lib/sitting/activity-context.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { findActivityContext } from './find-activity-context.ts';
import { testsLeft } from './start-test.ts';
import { viewSitting } from './view-sitting.ts';

/** The items of one activity as the visitor sees them, read once for each request. */
export interface MyActivity {
  /** A signed-in user or a guest; null for a visitor who has answered nothing. */
  readonly user: SessionUser | null;
  readonly address: ActivityContext['address'];
  /** Whether the sitting serves all of the activity's questions, a draw, or those missed in the last round. */
  readonly scope: Sitting['scope'];
  readonly items: ReadonlyMap<string, ServedItem>;
}

export const myActivity = cache(async (lesson: string, activity: string): Promise<MyActivity | null> => {
  const user = await currentLearner();
  const at = await requestTime();
  const current = await requestWorld();
  const context = await findActivityContext(current.database.db, current, {
    userId: user?.id ?? '',
    isGuest: user?.role === 'guest',
    name: { lesson, activity },
    now: at,
  });
  if (!context || context.delivery.starts !== 'by-itself') return null;
  const items = new Map(
    context.items.map((item) => [
      item.id,
      servedItem(context, item, { record: openRecord(context, item.id), now: at, closed: false }),
    ]),
  );
  return { user, address: context.address, scope: context.open?.scope ?? 'whole', items };
});

/** The visitor's challenge or test; `testsLeft`: how many tests of the lesson may still be started today. */
export async function mySitting(
  lesson: string,
  activity: string,
): Promise<{ user: SessionUser | null; sitting: SittingView; testsLeft: number | null } | null> {
  const user = await currentLearner();
  const at = await requestTime();
  const current = await requestWorld();
  const context = await findActivityContext(current.database.db, current, {
    userId: user?.id ?? '',
    isGuest: user?.role === 'guest',
    name: { lesson, activity },
    now: at,
  });
  if (!context || context.delivery.starts !== 'on-request') return null;
  const { db } = current.database;
  const isTest = user !== null && context.kind.mode === 'test';
  return {
    user,
    sitting: await viewSitting(db, context, at),
    testsLeft: isTest ? await testsLeft(db, user, lesson, at) : null,
  };
}

/** The user's reports about a lesson's questions, read once for each request; null for guests and visitors, who have none. */
export const myReports = cache(async (lessonId: string): Promise<OwnReport[] | null> => {
  const user = await currentLearner();
  return user && user.role !== 'guest' ? reportsByUser(await world(), user.id, lessonId) : null;
});

/** The visitor's totals in every activity, read once for each request; null before a first answer without sign-in. */
export const myStandings = cache(async () => {
  const user = await currentLearner();
  if (!user) return null;
  const { database, library } = await world();
  return shownStandings(database.db, await library(), user.id);
});

/** The visitor's verdicts, oldest first, read once for each request. */
export const myVerdicts = cache(async () => {
  const user = await currentLearner();
  return user ? listVerdictsOf((await world()).database.db, [user.id]) : [];
});

const myBeliefs = cache(async () => {
  const user = await currentLearner();
  return user ? visibleStandings((await world()).database.db, user.id) : null;
});

export interface MyLesson {
  readonly whole: Progress;
  readonly activities: ReadonlyMap<string, Progress>;
  readonly mastery: Mastery;
  /** The newest verdict of the test. */
  readonly verdict: Mastery['outcome'];
}

/** The visitor's progress in a lesson; null before a first answer without sign-in. */
export const myLesson = cache(async (lessonId: string): Promise<MyLesson | null> => {
  const user = await currentLearner();
  const standings = await myStandings();
  const lesson = (await (await world()).library()).lessonById(lessonId);
  if (!user || !standings || !lesson) return null;
  const newest = (await myVerdicts()).findLast((verdict) => verdict.lessonId === lessonId) ?? null;
  const { standing = null, lastAt = null } = (await myBeliefs())?.get(standingId(user.id, lessonId)) ?? {};
  const isStarted = lastAt !== null || standings.some((row) => row.lessonId === lessonId);
  const own = mastery({ isStarted, newest, standing, lastAt }, await requestTime());
  return {
    whole: lessonProgress(lesson, standings),
    mastery: own,
    activities: new Map(
      lesson.activities.map(({ slug }) => [slug, activityProgress(lesson, slug, standings)]),
    ),
    verdict: own.outcome,
  };
});
