import type { Db } from '#db/client.ts';
import { listReviews } from '#db/reviews.ts';
import { listOpenTests } from '#db/sittings.ts';
import { listActivityStandings } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import { listVerdictsOf, type VerdictWithoutReceipt } from '#db/verdicts.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { dueInWords } from '#lib/calendar/time-in-words.ts';
import { activityKind } from '#lib/lesson/activities.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { type Library, lessonPath } from '#lib/lesson/library.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { Outcome } from '#lib/mastery/verdict.ts';
import { type DatedStanding, type LeftOff, leftOffActivity } from '#lib/progress/left-off-activity.ts';
import type { Progress } from '#lib/progress/lesson-progress.ts';
import { type Recommendation, recommendNext } from '#lib/progress/recommend-next.ts';
import { activityDestination, type LearnerRecord, nextFacts } from '#lib/progress/recommendation-facts.ts';
import { noStreak, streakOf } from '#lib/progress/streak.ts';
import { type StreakToday, streakToday } from '#lib/progress/streak-today.ts';
import { type DueLesson, dueByLesson, taughtReviews } from '#lib/review/due-reviews.ts';
import { type ForecastDay, forecast } from '#lib/review/forecast.ts';
import type { World } from '#lib/server/world.ts';
import { learnerRecord } from './learner-record.ts';

/** The content of one user's page for today. */
export interface Today {
  readonly now: Date;
  readonly hasStarted: boolean;
  readonly next: NextToday | null;
  readonly due: readonly DueLesson[];
  readonly forecast: readonly ForecastDay[];
  /** In how long the first review that is not yet due will be due, such as "tomorrow"; null when there is none. */
  readonly nextReview: string | null;
  /** The newest test of each lesson, newest first. */
  readonly verdicts: readonly NewestVerdict[];
  readonly streak: StreakToday;
  readonly firstLesson: (PageLink & { readonly summary: string }) | null;
}

/** The recommendation of the day, with the progress of the activity that the user left off. */
export interface NextToday {
  readonly recommendation: Recommendation;
  /** One line about the recommended activity; empty when no activity is recommended. */
  readonly about: string;
  readonly leftOff: { readonly progress: Progress; readonly lastAt: Date } | null;
}

export interface NewestVerdict {
  readonly lesson: PageLink;
  readonly outcome: Outcome;
  readonly pStrong: number;
  readonly low: number;
  readonly high: number;
  readonly at: Date;
  readonly recommendation: Recommendation | null;
}

/** Everything that the page for today shows to one user. */
export async function today(world: World, user: Pick<SessionUser, 'id' | 'timeZone'>): Promise<Today> {
  const { db } = world.database;
  const now = world.now();
  const library = await world.library();
  const standings = await listActivityStandings(db, [user.id]);
  const openTests = await openTestsOf(db, user.id, standings);
  const verdicts = await listVerdictsOf(db, [user.id]);
  const record = await learnerRecord(db, user.id, standings);
  const day = localDay(now, user.timeZone);
  const reviews = taughtReviews(await listReviews(db, user.id), (id) => library.lessonById(id), now);
  const isDue = ({ review }: (typeof reviews)[number]) => review.dueDay <= day;
  const dueDays = reviews.map(({ review }) => review.dueDay);
  const [nextDay] = dueDays.filter((due) => due > day).toSorted();
  const person = await findUserById(db, user.id);
  const streak = person ? streakOf(person) : noStreak;
  return {
    now,
    hasStarted: standings.length > 0 || openTests.length > 0,
    next: nextToday(library, record, standings, openTests),
    due: dueByLesson(reviews.filter(isDue)),
    forecast: forecast(dueDays, day),
    nextReview: nextDay ? dueInWords(nextDay, day) : null,
    verdicts: newestVerdicts(library, verdicts, record),
    streak: streakToday(streak, day, { at: now, timeZone: user.timeZone }),
    firstLesson: firstLesson(library),
  };
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

/** The recommendation for the activity that was left off, or else for the lesson of the last answer. */
function nextToday(
  library: Library,
  record: LearnerRecord,
  workedOn: readonly DatedStanding[],
  openTests: readonly DatedStanding[],
): NextToday | null {
  const left = leftOffActivity(library, workedOn, openTests);
  const last = workedOn.toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime())[0];
  const lesson = left?.lesson ?? (last && library.lessonById(last.lessonId));
  if (!lesson) return null;
  const leftOff = left && activityDestination(lesson, left.activity, record);
  const recommendation = recommendNext({
    ...nextFacts(library.track(lesson.track), lesson, record),
    leftOff,
  });
  if (!recommendation) return null;
  const slug = recommendation.to?.activity?.slug;
  return {
    recommendation,
    about: (slug && activityKind(slug)?.about) ?? '',
    leftOff: left && progressOf(left),
  };
}

const progressOf = ({ progress, lastAt }: LeftOff) => ({ progress, lastAt });

function newestVerdicts(
  library: Library,
  oldestFirst: readonly VerdictWithoutReceipt[],
  record: LearnerRecord,
): NewestVerdict[] {
  const newest = new Map(oldestFirst.map((verdict) => [verdict.lessonId, verdict]));
  return [...newest.values()]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .flatMap(({ lessonId, outcome, pStrong, low, high, at }) => {
      const lesson = library.lessonById(lessonId);
      if (!lesson) return [];
      const recommendation = recommendNext(nextFacts(library.track(lesson.track), lesson, record));
      return [{ lesson: linkTo(lesson), outcome, pStrong, low, high, at, recommendation }];
    });
}

function firstLesson(library: Library): Today['firstLesson'] {
  const lesson =
    library.lessons().find(({ prerequisites }) => prerequisites.length === 0) ?? library.lessons()[0];
  return lesson ? { ...linkTo(lesson), summary: lesson.summary } : null;
}

const linkTo = (lesson: Lesson): PageLink => ({ title: lesson.title, href: lessonPath(lesson) });
