import type { Db } from '#db/client.ts';
import { listReviews } from '#db/reviews.ts';
import { listItemStandings } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import { findVerdict, type Verdict } from '#db/verdicts.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { dueInWords } from '#lib/calendar/time-in-words.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { lessonPath, passagePath } from '#lib/lesson/library.ts';
import { passageWords } from '#lib/lesson/passages.ts';
import { goOnMs } from '#lib/mastery/retake-rule.ts';
import { weakObjectives } from '#lib/mastery/verdict-receipt.ts';
import type { TestResult, WeakObjective } from '#lib/progress/sitting-view.ts';
import { type Advice, adviceAfter } from '#lib/progress/verdict-advice.ts';
import type { Place } from '#lib/server/sitting/activity-context.ts';

/** What the newest test said, as it was told when it ended; null before that. */
export async function testResult(db: Db, place: Place, now: Date): Promise<TestResult | null> {
  const verdict = place.latest ? await findVerdict(db, place.latest.id) : undefined;
  if (!verdict) return null;
  const { outcome, pStrong, low, high, more, provisional, right, asked } = verdict;
  const weak = verdict.receipt ? weakObjectives(verdict.receipt) : [];
  return {
    kind: 'test',
    ...{ outcome, pStrong, low, high, more, provisional, right, asked },
    weak: weakIn(place.lesson, weak),
    comesBack: await comesBack(db, place, weak, now),
    mayGoOn: isOpen(place, verdict, now),
    advice: await adviceOn(db, place, outcome, weak),
  };
}

function weakIn(lesson: Lesson, objectives: readonly string[]): WeakObjective[] {
  return lesson.objectives
    .filter(({ id }) => objectives.includes(id))
    .map(({ text, read }) => ({
      text,
      read: read.map((passage) => ({ label: passageWords(passage), href: passagePath(lesson, passage) })),
    }));
}

/** When the first of these objectives is reviewed, in words; null when none is. */
async function comesBack(
  db: Db,
  { userId, lesson }: Place,
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

/** What helps most; null where that is another test. */
async function adviceOn(
  db: Db,
  { userId, lesson, nextLesson }: Place,
  outcome: Verdict['outcome'],
  weak: readonly string[],
): Promise<Advice | null> {
  const solved = (await listItemStandings(db, userId, lesson.id)).filter((row) => row.solved);
  const advice = adviceAfter({
    outcome,
    lesson,
    next: nextLesson ?? undefined,
    weak,
    solved: new Set(solved.map(({ itemId }) => itemId)),
  });
  // Another test is begun beside the verdict, not led to.
  return advice.href === lessonPath(lesson, 'test') ? null : advice;
}

/** The verdict of the newest test, if that may be gone on with. */
export async function openVerdict(db: Db, place: Place, now: Date): Promise<Verdict | undefined> {
  const verdict = place.latest ? await findVerdict(db, place.latest.id) : undefined;
  return verdict && isOpen(place, verdict, now) ? verdict : undefined;
}

/** A test is gone on with once, soon, when it could not tell, and only while there are other questions. */
function isOpen({ all, latest }: Place, { outcome, at, receipt }: Verdict, now: Date): boolean {
  const asked = new Set(receipt?.answers.map(({ itemId }) => itemId));
  return (
    outcome === 'unsure' &&
    latest?.continues === null &&
    receipt !== null &&
    now.getTime() - at.getTime() <= goOnMs &&
    all.some(({ id }) => !asked.has(id))
  );
}
