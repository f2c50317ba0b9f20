import { listReviews } from '#db/reviews.ts';
import { findUserById } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { dueInWords } from '#lib/calendar/time-in-words.ts';
import { activityKind } from '#lib/lesson/activities.ts';
import { type Library, lessonPath } from '#lib/lesson/library.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { ActiveWeek } from '#lib/progress/active-week.ts';
import type { Progress } from '#lib/progress/lesson-progress.ts';
import type { NextForLearner } from '#lib/progress/next-for-learner.ts';
import type { Recommendation } from '#lib/progress/recommend-next.ts';
import { noStreak, streakOf } from '#lib/progress/streak.ts';
import { type StreakToday, streakToday } from '#lib/progress/streak-today.ts';
import { type DueLesson, dueByLesson, taughtReviews } from '#lib/review/due-reviews.ts';
import { type ForecastDay, forecast } from '#lib/review/forecast.ts';
import { type OpenSitting, openSittings } from '#lib/server/sitting/open-sittings.ts';
import type { World } from '#lib/server/world.ts';
import { nextStepOf } from './next-step.ts';
import { recentRegrades, type ShownRegrade } from './recent-regrades.ts';
import { recentWeeks } from './recent-weeks.ts';

/** The content of one user's page for today. */
export interface Today {
  readonly now: Date;
  /** The user's calendar day, like 2026-11-22. */
  readonly day: string;
  readonly hasStarted: boolean;
  /** The challenge or test that was started last and has not ended: it comes before everything else. */
  readonly open: OpenSitting | null;
  readonly next: NextToday | null;
  readonly due: readonly DueLesson[];
  /** What is due and most likely forgotten; null when nothing is due. */
  readonly mostFaded: string | null;
  readonly forecast: readonly ForecastDay[];
  /** In how long the first review that is not yet due will be due, such as "tomorrow"; null when there is none. */
  readonly nextReview: string | null;
  readonly streak: StreakToday;
  readonly week: ActiveWeek | null;
  /** Days a week; null without a goal. */
  readonly weeklyGoal: number | null;
  readonly firstLesson: (PageLink & { readonly summary: string }) | null;
  readonly regrades: readonly ShownRegrade[];
  /** The slug of the track that the user is in. */
  readonly track: string | null;
}

/** The recommendation of the day, with the progress of the activity that the user left off. */
export interface NextToday {
  /** The lesson that it leads to. */
  readonly lessonId: string;
  readonly recommendation: Recommendation;
  /** One line about the recommended activity; empty when no activity is recommended. */
  readonly about: string;
  /** Usual minutes of that activity; null for a passage or page. */
  readonly minutes: number | null;
  readonly leftOff: { readonly progress: Progress; readonly lastAt: Date } | null;
}

/** Everything that the page for today shows to one user. */
export async function today(world: World, user: Pick<SessionUser, 'id' | 'timeZone'>): Promise<Today> {
  const { db } = world.database;
  const now = world.now();
  const library = await world.library();
  const { standings, openTests, next } = await nextStepOf(world, user);
  const day = localDay(now, user.timeZone);
  const reviews = taughtReviews(await listReviews(db, user.id), (id) => library.lessonById(id), now);
  const due = reviews.filter(({ review }) => review.dueDay <= day);
  const dueDays = reviews.map(({ review }) => review.dueDay);
  const [nextDay] = dueDays.filter((other) => other > day).toSorted();
  const person = await findUserById(db, user.id);
  const streak = person ? streakOf(person) : noStreak;
  const [open = null] = await openSittings(db, library, user.id, now);
  const [week = null] = await recentWeeks(world, user, 1);
  return {
    now,
    day,
    hasStarted: standings.length > 0 || openTests.length > 0,
    open,
    next: next && nextToday(library, next),
    due: dueByLesson(due),
    mostFaded: due[0]?.label ?? null,
    forecast: forecast(dueDays, day),
    nextReview: nextDay ? dueInWords(nextDay, day) : null,
    streak: streakToday(streak, day, { at: now, timeZone: user.timeZone }),
    week,
    weeklyGoal: person?.weeklyGoal ?? null,
    firstLesson: firstLesson(library),
    regrades: await recentRegrades(db, library, user.id, now),
    track: next?.lesson.track ?? library.tracks[0]?.slug ?? null,
  };
}

function nextToday(library: Library, { lesson, recommendation, leftOff }: NextForLearner): NextToday {
  const activity = recommendation.to?.activity;
  const to = activity && library.lessonById(activity.lessonId);
  const isWhole = recommendation.rule !== 'read-weak';
  const minutes = to?.activities.find(({ slug }) => slug === activity?.slug)?.minutes ?? null;
  return {
    lessonId: activity?.lessonId ?? lesson.id,
    recommendation,
    about: (activity && activityKind(activity.slug)?.about) ?? '',
    minutes: isWhole ? minutes : null,
    leftOff: leftOff && { progress: leftOff.progress, lastAt: leftOff.lastAt },
  };
}

function firstLesson(library: Library): Today['firstLesson'] {
  const lesson =
    library.lessons().find(({ prerequisites }) => prerequisites.length === 0) ?? library.lessons()[0];
  return lesson ? { title: lesson.title, href: lessonPath(lesson), summary: lesson.summary } : null;
}
