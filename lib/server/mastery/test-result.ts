import type { Db } from '#db/client.ts';
import { listReviews } from '#db/reviews.ts';
import { listActivityStandings } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import { findVerdict, listVerdictsOf, type Verdict } from '#db/verdicts.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { dueInWords } from '#lib/calendar/time-in-words.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { passagePath } from '#lib/lesson/library.ts';
import { passageLabel } from '#lib/lesson/passages.ts';
import { continueWithinMs } from '#lib/mastery/retake-rule.ts';
import { weakObjectives } from '#lib/mastery/verdict-receipt.ts';
import { type Recommendation, recommendNext } from '#lib/progress/recommend-next.ts';
import { nextFacts } from '#lib/progress/recommendation-facts.ts';
import type { TestResult, WeakObjective } from '#lib/progress/sitting-view.ts';
import { learnerRecord } from '#lib/server/progress/learner-record.ts';
import type { ActivityContext } from '#lib/server/sitting/activity-context.ts';

/** The result of the newest test as it was when the test ended; null while there is none. */
export async function testResult(db: Db, context: ActivityContext, now: Date): Promise<TestResult | null> {
  const verdict = context.latest ? await findVerdict(db, context.latest.id) : undefined;
  if (!verdict) return null;
  const { outcome, pStrong, low, high, more, provisional, right, asked } = verdict;
  const weak = verdict.receipt ? weakObjectives(verdict.receipt) : [];
  return {
    kind: 'test',
    ...{ outcome, pStrong, low, high, more, provisional, right, asked },
    weak: weakObjectivesOf(context.lesson, weak),
    nextReview: await nextReviewOf(db, context, weak, now),
    mayContinue: mayContinue(context, verdict, now),
    recommendation: await nextAfterTest(db, context),
  };
}

function weakObjectivesOf(lesson: Lesson, objectives: readonly string[]): WeakObjective[] {
  return lesson.objectives
    .filter(({ id }) => objectives.includes(id))
    .map(({ text, read }) => ({
      text,
      read: read.map((passage) => ({ title: passageLabel(passage), href: passagePath(lesson, passage) })),
    }));
}

/** In how long the first of these objectives is due for review, such as "tomorrow"; null when none is scheduled. */
async function nextReviewOf(
  db: Db,
  { userId, lesson }: ActivityContext,
  objectives: readonly string[],
  now: Date,
): Promise<string | null> {
  const person = await findUserById(db, userId);
  const [first] = (await listReviews(db, userId))
    .filter(({ lessonId, subjectId }) => lessonId === lesson.id && objectives.includes(subjectId))
    .map(({ dueDay }) => dueDay)
    .toSorted();
  return person && first ? dueInWords(first, localDay(now, person.timeZone)) : null;
}

/** The recommendation; null where it is another test, which has its own button beside the verdict. */
async function nextAfterTest(
  db: Db,
  { userId, lesson, track }: ActivityContext,
): Promise<Recommendation | null> {
  const standings = await listActivityStandings(db, [userId]);
  const record = await learnerRecord(db, userId, standings, await listVerdictsOf(db, [userId]));
  const recommendation = recommendNext(nextFacts(track, lesson, record));
  return recommendation?.to?.activity?.slug === 'test' ? null : recommendation;
}

/** The verdict of the newest test; undefined when that test may not be continued. */
export async function verdictToContinue(
  db: Db,
  context: ActivityContext,
  now: Date,
): Promise<Verdict | undefined> {
  const verdict = context.latest ? await findVerdict(db, context.latest.id) : undefined;
  return verdict && mayContinue(context, verdict, now) ? verdict : undefined;
}

/** A test with an unsure verdict may be continued once, within a day, and only while the pool has other questions. */
function mayContinue(
  { all, latest }: ActivityContext,
  { outcome, at, receipt }: Verdict,
  now: Date,
): boolean {
  const asked = new Set(receipt?.answers.map(({ itemId }) => itemId));
  return (
    outcome === 'unsure' &&
    latest?.continues === null &&
    receipt !== null &&
    now.getTime() - at.getTime() <= continueWithinMs &&
    all.some(({ id }) => !asked.has(id))
  );
}
