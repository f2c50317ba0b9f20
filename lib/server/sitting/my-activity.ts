import { cache } from 'react';
import { listActivityStandings } from '#db/standings.ts';
import { listVerdictsOf } from '#db/verdicts.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { OwnReport } from '#lib/item/problem-report.ts';
import { type Mastery, mastery } from '#lib/mastery/level.ts';
import { activityProgress, lessonProgress, type Progress } from '#lib/progress/lesson-progress.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { reportsByUser } from '#lib/server/content/item-reports.ts';
import { requestTime } from '#lib/server/door/request-time.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { standingId, visibleStandings } from '#lib/server/progress/people-standings.ts';
import { type ActivityContext, openRecord } from '#lib/sitting/activity-context.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { findActivityContext } from './find-activity-context.ts';
import { viewSitting } from './view-sitting.ts';

/** The items of one activity as the visitor sees them, read once for each request. */
export interface MyActivity {
  readonly user: SessionUser | null;
  readonly address: ActivityContext['address'];
  /** Whether the sitting serves all of the activity's questions, a draw, or those missed in the last round. */
  readonly scope: Sitting['scope'];
  readonly items: ReadonlyMap<string, ServedItem>;
}

export const myActivity = cache(async (lesson: string, activity: string): Promise<MyActivity | null> => {
  const user = await currentUser();
  const at = await requestTime();
  const current = await world();
  const context = await findActivityContext(current.database.db, current, {
    userId: user?.id ?? '',
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

/** The visitor's challenge or test. */
export async function mySitting(
  lesson: string,
  activity: string,
): Promise<{ user: SessionUser | null; sitting: SittingView } | null> {
  const user = await currentUser();
  const at = await requestTime();
  const current = await world();
  const context = await findActivityContext(current.database.db, current, {
    userId: user?.id ?? '',
    name: { lesson, activity },
    now: at,
  });
  if (!context || context.delivery.starts !== 'on-request') return null;
  return { user, sitting: await viewSitting(current.database.db, context, at) };
}

/** The visitor's reports about a lesson's questions, read once for each request; null without sign-in. */
export const myReports = cache(async (lessonId: string): Promise<OwnReport[] | null> => {
  const user = await currentUser();
  return user ? reportsByUser(await world(), user.id, lessonId) : null;
});

/** The visitor's totals in every activity, read once for each request; null without sign-in. */
export const myStandings = cache(async () => {
  const user = await currentUser();
  return user ? listActivityStandings((await world()).database.db, [user.id]) : null;
});

/** The visitor's verdicts, oldest first, read once for each request. */
export const myVerdicts = cache(async () => {
  const user = await currentUser();
  return user ? listVerdictsOf((await world()).database.db, [user.id]) : [];
});

const myBeliefs = cache(async () => {
  const user = await currentUser();
  return user ? visibleStandings((await world()).database.db, user.id) : null;
});

export interface MyLesson {
  readonly whole: Progress;
  readonly activities: ReadonlyMap<string, Progress>;
  readonly mastery: Mastery;
  /** The newest verdict of the test. */
  readonly verdict: Mastery['outcome'];
}

/** The visitor's progress in a lesson; null without sign-in. */
export const myLesson = cache(async (lessonId: string): Promise<MyLesson | null> => {
  const user = await currentUser();
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
