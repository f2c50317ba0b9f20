import type { SessionUser } from '#lib/access/user.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { itemType } from '#lib/item/registry.ts';
import type { NextFacts } from '#lib/progress/next-facts.ts';
import { emptyRecord, nextFacts } from '#lib/progress/recommendation-facts.ts';
import { shownStreak, streakOf } from '#lib/progress/streak.ts';
import type { ActivitySummary, LessonSummary } from '#lib/server/content/lesson-page.ts';
import { requestTime } from '#lib/server/door/request-time.ts';
import { currentLearner } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { type UpcomingReviews, upcomingReviews } from '#lib/server/review/upcoming-reviews.ts';
import { type MyLesson, myActivity, myLesson, myStandings } from '#lib/server/sitting/my-activity.ts';
import { type AnswerSummary, sentSummaries, summariseAnswer } from '#lib/sitting/answer-summary.ts';
import { learnerRecord } from './learner-record.ts';

/** What the end of an activity's page shows. */
export interface ActivityEnd {
  /** Null for visitors who have answered nothing. */
  readonly progress: MyLesson | null;
  /** The questions of this round; empty for a challenge or test, whose result lists its own. */
  readonly answers: readonly (AnswerSummary & { readonly freeHints: boolean })[];
  readonly streakDays: number;
  readonly reviews: UpcomingReviews;
  readonly facts: NextFacts | null;
}

/** The visitor's answers in an activity, their effects, and the facts for a recommendation. */
export async function activityEnd(lesson: LessonSummary, activity: ActivitySummary): Promise<ActivityEnd> {
  const user = await currentLearner();
  const progress = await myLesson(lesson.id);
  const base = {
    progress,
    facts: await factsOf(lesson, activity, user),
    answers: [],
    streakDays: 0,
    reviews: { about: {}, ids: [], next: null },
  };
  if (!user) return base;
  const round = await myActivity(lesson.id, activity.slug);
  const answers = sentSummaries(
    [...(round?.items.values() ?? [])].map((item) => {
      const { freeHints } = itemType(item.type);
      return { ...summariseAnswer(item, freeHints), freeHints };
    }),
  );
  const moment = { at: await requestTime(), timeZone: user.timeZone };
  const today = localDay(moment.at, moment.timeZone);
  const { database, library } = await world();
  const itemIds = answers.map(({ id }) => id);
  return {
    ...base,
    answers,
    streakDays: shownStreak(streakOf(user), today, moment).days,
    reviews: await upcomingReviews(database.db, await library(), {
      userId: user.id,
      lessonId: lesson.id,
      itemIds,
      today,
    }),
  };
}

/** Null for a lesson that no longer exists. */
async function factsOf(
  { id }: LessonSummary,
  { slug }: ActivitySummary,
  user: SessionUser | null,
): Promise<NextFacts | null> {
  const { database, library } = await world();
  const content = await library();
  const lesson = content.lessonById(id);
  if (!lesson) return null;
  const record = user
    ? await learnerRecord(database.db, user, (await myStandings()) ?? [], await requestTime())
    : emptyRecord;
  return nextFacts(content.track(lesson.track), lesson, record, slug);
}
