import { localDay } from '#lib/calendar/local-day.ts';
import { dueInWords, longDay } from '#lib/calendar/time-in-words.ts';
import { fitsBeside, groupsOf } from '#lib/item/apart.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { passagePath } from '#lib/lesson/library.ts';
import { passageLabel } from '#lib/lesson/passages.ts';
import { continueWithinMs } from '#lib/mastery/retake-rule.ts';
import type { TestVerdict } from '#lib/mastery/verdict.ts';
import { objectiveTallies, type VerdictReceipt, weakObjectives } from '#lib/mastery/verdict-receipt.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import { recommendSteps } from './recommend-next.ts';
import { type LearnerRecord, nextFacts } from './recommendation-facts.ts';
import type { ObjectiveResult, TestResult } from './sitting-view.ts';

/** A verdict with what was asked, and when it was given. */
export interface GivenVerdict extends TestVerdict {
  readonly provisional: boolean;
  readonly right: number;
  readonly asked: number;
  readonly receipt: VerdictReceipt | null;
  readonly at: Date;
}

/** What a result depends on beside its verdict. */
export interface ResultFacts {
  readonly reviews: readonly {
    readonly lessonId: string;
    readonly subjectId: string;
    readonly dueDay: string;
  }[];
  readonly timeZone: string;
  readonly record: LearnerRecord;
}

/** The result of a test as it was when the test ended, and what to do next. */
export function testResultOf(
  context: ActivityContext,
  verdict: GivenVerdict,
  { reviews, timeZone, record }: ResultFacts,
  now: Date,
): TestResult {
  const { lesson, track, latest } = context;
  const { outcome, pStrong, low, high, more, provisional, right, asked } = verdict;
  const weak = verdict.receipt ? weakObjectives(verdict.receipt) : [];
  const [firstDue] = reviews
    .filter(({ lessonId, subjectId }) => lessonId === lesson.id && weak.includes(subjectId))
    .map(({ dueDay }) => dueDay)
    .toSorted();
  return {
    kind: 'test',
    ...{ outcome, pStrong, low, high, more, provisional, right, asked },
    day: longDay(verdict.at, timeZone),
    minutes: latest && minutesBetween(latest.startedAt, verdict.at),
    byLuck: Math.round(verdict.receipt?.answers.reduce((sum, { guess }) => sum + guess, 0) ?? 0),
    objectives: verdict.receipt ? objectivesOf(lesson, verdict.receipt, weak) : [],
    nextReview: firstDue ? dueInWords(firstDue, localDay(now, timeZone)) : null,
    mayContinue: mayContinueTest(context, verdict, now),
    steps: recommendSteps(nextFacts(track, lesson, record)),
  };
}

/** Longer than anybody works on a test in one go. */
const longestMinutes = 180;

function minutesBetween(start: Date, end: Date): number | null {
  const minutes = Math.max(1, Math.round((end.getTime() - start.getTime()) / 60_000));
  return minutes <= longestMinutes ? minutes : null;
}

function objectivesOf(lesson: Lesson, receipt: VerdictReceipt, weak: readonly string[]): ObjectiveResult[] {
  const tallies = objectiveTallies(receipt);
  return lesson.objectives.map(({ id, text, read }) => ({
    text,
    ...(tallies.get(id) ?? { asked: 0, right: 0 }),
    isWeak: weak.includes(id),
    read: read.map((passage) => ({ title: passageLabel(passage), href: passagePath(lesson, passage) })),
  }));
}

/** A test with an unsure verdict may be continued once, within a day, and only while the pool has other questions. */
export function mayContinueTest(
  { all, latest }: ActivityContext,
  { outcome, at, receipt }: Pick<GivenVerdict, 'outcome' | 'at' | 'receipt'>,
  now: Date,
): boolean {
  const asked = new Set(receipt?.answers.map(({ itemId }) => itemId));
  const groups = groupsOf(all.filter(({ id }) => asked.has(id)));
  return (
    outcome === 'unsure' &&
    latest?.continues === null &&
    receipt !== null &&
    now.getTime() - at.getTime() <= continueWithinMs &&
    all.some((item) => !asked.has(item.id) && fitsBeside(item, groups))
  );
}
