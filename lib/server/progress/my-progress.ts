import { listLessonAnswers } from '#db/active-days.ts';
import { listBadges } from '#db/badges.ts';
import { findUserById } from '#db/users.ts';
import { listVerdictsOf, type VerdictWithoutReceipt } from '#db/verdicts.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { mondayOf } from '#lib/calendar/calendar-day.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { type Library, lessonPath } from '#lib/lesson/library.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { Outcome } from '#lib/mastery/verdict.ts';
import type { ActiveWeek } from '#lib/progress/active-week.ts';
import { type Recommendation, recommendNext } from '#lib/progress/recommend-next.ts';
import { type LearnerRecord, nextFacts } from '#lib/progress/recommendation-facts.ts';
import type { World } from '#lib/server/world.ts';
import { nextStepOf } from './next-step.ts';
import { recentWeeks } from './recent-weeks.ts';
import { unrevealedAnswers } from './unrevealed-answers.ts';

/** A learner's own page of progress. */
export interface MyProgress {
  readonly now: Date;
  /** Oldest first; the last is this week. */
  readonly weeks: readonly ActiveWeek[];
  /** Days a week; null without a goal. */
  readonly goal: number | null;
  readonly tracks: readonly TrackTests[];
  /** The lessons in which something happened in the last seven days. */
  readonly moved: readonly MovedLesson[];
}

/** The tested lessons of a track. */
export interface TrackTests {
  readonly title: string;
  readonly lessons: readonly TestedLesson[];
}

export interface TestedLesson {
  readonly lesson: PageLink;
  readonly newest: PastTest;
  /** Newest first. */
  readonly earlier: readonly PastTest[];
  /** What to do next in it. */
  readonly recommendation: Recommendation | null;
}

export interface PastTest {
  readonly at: Date;
  readonly outcome: Outcome;
  /** The interval of the share known, 0..1. */
  readonly low: number;
  readonly high: number;
}

export interface MovedLesson {
  readonly lesson: PageLink;
  readonly answers: number;
  readonly right: number;
  /** The newest test of these days, and the one before it; null without. */
  readonly test: { readonly outcome: Outcome; readonly before: Outcome | null } | null;
  readonly badge: string | null;
}

const shownWeeks = 12;
const shownTests = 12;
const weekMs = 7 * 24 * 60 * 60_000;

/** Everything on a learner's page of progress. Answers are read for twelve weeks, tests for each lesson. */
export async function myProgress(
  world: World,
  user: Pick<SessionUser, 'id' | 'timeZone'>,
): Promise<MyProgress> {
  const { db } = world.database;
  const now = world.now();
  const library = await world.library();
  const { record } = await nextStepOf(world, user);
  const verdicts = await listVerdictsOf(db, [user.id]);
  const person = await findUserById(db, user.id);
  return {
    now,
    weeks: await recentWeeks(world, user, shownWeeks),
    goal: person?.weeklyGoal ?? null,
    tracks: testsByTrack(library, verdicts, record),
    moved: await movedLessons(world, user, verdicts),
  };
}

function testsByTrack(
  library: Library,
  oldestFirst: readonly VerdictWithoutReceipt[],
  record: LearnerRecord,
): TrackTests[] {
  return library.tracks.flatMap(({ title, slug, lessons }) => {
    const tested = lessons.flatMap((lesson): TestedLesson[] => {
      const [newest, ...earlier] = oldestFirst
        .filter(({ lessonId }) => lessonId === lesson.id)
        .slice(-shownTests)
        .map(({ at, outcome, low, high }) => ({ at, outcome, low, high }))
        .toReversed();
      if (!newest) return [];
      const link = { title: lesson.title, href: lessonPath(lesson) };
      const recommendation = recommendNext(nextFacts(library.track(slug), lesson, record));
      return [{ lesson: link, newest, earlier, recommendation }];
    });
    return tested.length > 0 ? [{ title, lessons: tested }] : [];
  });
}

async function movedLessons(
  world: World,
  user: Pick<SessionUser, 'id' | 'timeZone'>,
  verdicts: readonly VerdictWithoutReceipt[],
): Promise<MovedLesson[]> {
  const { db } = world.database;
  const library = await world.library();
  const monday = mondayOf(localDay(world.now(), user.timeZone));
  const isThisWeek = (at: Date) => localDay(at, user.timeZone) >= monday;
  const answered = await listLessonAnswers(db, user.id, {
    since: new Date(world.now().getTime() - weekMs - 24 * 60 * 60_000),
    day: monday,
  });
  const unrevealed = (await unrevealedAnswers(db, library, [user.id])).filter(
    ({ localDay: day }) => day >= monday,
  );
  const badges = (await listBadges(db, user.id)).filter(({ earnedAt }) => isThisWeek(earnedAt));
  return answered.flatMap(({ lessonId, answers, right }): MovedLesson[] => {
    const lesson = library.lessonById(lessonId);
    const hidden = unrevealed.filter((answer) => answer.lessonId === lessonId);
    if (!lesson || hidden.length === answers) return [];
    const [newest, before] = verdicts.filter((verdict) => verdict.lessonId === lessonId).toReversed();
    const isNew = newest !== undefined && isThisWeek(newest.at);
    const hasBadge = badges.some((badge) => badge.lessonId === lessonId);
    return [
      {
        lesson: { title: lesson.title, href: lessonPath(lesson) },
        answers: answers - hidden.length,
        right: right - hidden.filter(({ verdict }) => verdict === 'right').length,
        test: isNew ? { outcome: newest.outcome, before: before?.outcome ?? null } : null,
        badge: hasBadge ? (lesson.badge?.name ?? null) : null,
      },
    ];
  });
}
