import type { Db } from '#db/client.ts';
import { listReviews } from '#db/reviews.ts';
import { listOpenTests } from '#db/sittings.ts';
import { listActivityStandings, listAllItemStandings } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import { listReceipts, listVerdictsOf } from '#db/verdicts.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { type Library, lessonPath } from '#lib/lesson/library.ts';
import { weakObjectives } from '#lib/mastery/verdict-receipt.ts';
import { type DueLesson, dueByLesson, taughtReviews } from '#lib/progress/due-reviews.ts';
import { type ForecastDay, forecast } from '#lib/progress/forecast.ts';
import { leftOff, nextStop, type Stop } from '#lib/progress/left-off.ts';
import type { Outcome } from '#lib/progress/outcome-words.ts';
import { localDay, noStreak, streakOf } from '#lib/progress/streak.ts';
import { type StreakToday, streakToday } from '#lib/progress/streak-today.ts';
import { type Advice, adviceAfter } from '#lib/progress/verdict-advice.ts';
import { dueInWords } from '#lib/progress/when.ts';
import type { World } from './world.ts';

/** What one person may want to do today. */
export interface Today {
  readonly now: Date;
  readonly hasBegun: boolean;
  /** Something half done, or else what comes next. */
  readonly goOn: {
    readonly kind: 'continue' | 'next';
    readonly stop: Stop;
    readonly why: string | null;
    readonly href: string;
  } | null;
  readonly due: readonly DueLesson[];
  readonly forecast: readonly ForecastDay[];
  /** In how long the first of all that is not due yet comes back: "tomorrow"; null when nothing does. */
  readonly nextBack: string | null;
  /** The newest test of each lesson, newest first. */
  readonly verdicts: readonly NewestVerdict[];
  readonly streak: StreakToday;
  readonly first: { readonly title: string; readonly summary: string; readonly href: string } | null;
}

export interface NewestVerdict {
  readonly lesson: { readonly title: string; readonly href: string };
  readonly outcome: Outcome;
  readonly pStrong: number;
  readonly low: number;
  readonly high: number;
  readonly at: Date;
  readonly advice: Advice;
}

export async function today(world: World, user: Pick<SessionUser, 'id' | 'timeZone'>): Promise<Today> {
  const { db } = world.database;
  const now = world.now();
  const library = await world.library();
  const standings = await listActivityStandings(db, [user.id]);
  const openTests = (await listOpenTests(db, user.id)).map(({ lessonId, startedAt }) => {
    const own = standings.find((row) => row.lessonId === lessonId && row.activity === 'test');
    return {
      lessonId,
      activity: 'test',
      solved: 0,
      lastAt: own && own.lastAt > startedAt ? own.lastAt : startedAt,
    };
  });
  const verdicts = await newestVerdicts(db, library, user.id);
  const strong = new Set(
    verdicts.flatMap(({ outcome, lessonId }) => (outcome === 'strong' ? [lessonId] : [])),
  );
  const left = leftOff(library, standings, openTests);
  const help = new Map(
    verdicts.flatMap(({ lessonId, advice: { activity, words } }) =>
      activity ? [[lessonId, { activity, words }] as const] : [],
    ),
  );
  const next = left ? null : nextStop(library, standings, strong, help);
  const stop = left ?? next;
  const day = localDay(now, user.timeZone);
  const reviews = taughtReviews(await listReviews(db, user.id), (id) => library.lessonById(id), now);
  const isDue = ({ review }: (typeof reviews)[number]) => review.dueDay <= day;
  const dueDays = reviews.map(({ review }) => review.dueDay);
  const [firstBack] = dueDays.filter((due) => due > day).toSorted();
  const person = await findUserById(db, user.id);
  const streak = person ? streakOf(person) : noStreak;
  return {
    now,
    hasBegun: standings.length > 0 || openTests.length > 0,
    goOn: stop && {
      kind: left ? 'continue' : 'next',
      stop,
      why: next?.why ?? null,
      href: lessonPath(stop.lesson, stop.activity),
    },
    due: dueByLesson(reviews.filter(isDue)),
    forecast: forecast(dueDays, day),
    nextBack: firstBack ? dueInWords(firstBack, day) : null,
    verdicts,
    streak: streakToday(streak, day, { at: now, timeZone: user.timeZone }),
    first: firstLesson(library),
  };
}

async function newestVerdicts(
  db: Db,
  library: Library,
  userId: string,
): Promise<(NewestVerdict & { lessonId: string })[]> {
  const oldestFirst = await listVerdictsOf(db, [userId]);
  const newest = new Map(oldestFirst.map((verdict) => [verdict.lessonId, verdict]));
  const receipts = await listReceipts(
    db,
    [...newest.values()].map(({ sittingId }) => sittingId),
  );
  const weak = new Map(
    receipts.map(({ sittingId, receipt }) => [sittingId, receipt ? weakObjectives(receipt) : []]),
  );
  const items = await listAllItemStandings(db, userId);
  const solved = new Set(items.flatMap(({ itemId, solved: isSolved }) => (isSolved ? [itemId] : [])));
  const isStrong = (lesson: Lesson) => newest.get(lesson.id)?.outcome === 'strong';
  return [...newest.values()]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .flatMap(({ lessonId, sittingId, outcome, pStrong, low, high, at }) => {
      const lesson = library.lessonById(lessonId);
      if (!lesson) return [];
      const track = library.track(lesson.track)?.lessons ?? [];
      const after = [...track.slice(track.indexOf(lesson) + 1), ...track].find(
        (other) => other !== lesson && !isStrong(other),
      );
      const named = { title: lesson.title, href: lessonPath(lesson) };
      return [
        {
          lessonId,
          lesson: named,
          outcome,
          pStrong,
          low,
          high,
          at,
          advice: adviceAfter({ outcome, lesson, next: after, weak: weak.get(sittingId) ?? [], solved }),
        },
      ];
    });
}

function firstLesson(library: Library): Today['first'] {
  const lesson =
    library.lessons().find(({ prerequisites }) => prerequisites.length === 0) ?? library.lessons()[0];
  return lesson ? { title: lesson.title, summary: lesson.summary, href: lessonPath(lesson) } : null;
}
