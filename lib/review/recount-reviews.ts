import type { Answer } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import { reviewGrade } from './review-grade.ts';
import { movesSchedule, nextReview, type ReviewState } from './review-schedule.ts';
import { type ReviewSubject, subjectMapKey, subjectOf } from './review-subject.ts';

/** One answer of the ledger, as far as the schedule looks at it. */
export interface ReviewEntry {
  readonly id: string;
  readonly lessonId: string;
  readonly itemId: string;
  readonly answer: Answer;
  readonly verdict: 'right' | 'wrong' | 'open';
  readonly hintsOpened: number;
  readonly durationMs: number | null;
  readonly receivedAt: Date;
  readonly localDay: string;
  /** Orders one person's answers as they were graded; 0 for old ones. */
  readonly clock: number;
}

export type ScheduledSubject = ReviewSubject & ReviewState;

/** An answer, with the instant from which the schedule may know of it: in a test, when the test was closed. */
export interface KnownEntry {
  readonly entry: ReviewEntry;
  readonly knownAt: Date;
}

/** What an answer makes of the schedule of its subject; null when it moves nothing. Grading and recounting both ask this. */
export function scheduleAfter(
  before: ReviewState | null,
  item: FoundItem['item'],
  {
    answer,
    verdict,
    hintsOpened,
    durationMs,
    receivedAt,
    localDay,
  }: Omit<ReviewEntry, 'id' | 'lessonId' | 'itemId' | 'clock'>,
): ReviewState | null {
  const correct = verdict === 'right';
  const grade = reviewGrade({ item, answer, correct, hintsOpened, durationMs });
  const moves = movesSchedule(before, grade, localDay);
  return moves ? nextReview(before, grade, { at: receivedAt, day: localDay }) : null;
}

/**
 * Every schedule of one person from their whole ledger. Answers count in the order in which they became known, and by
 * what their items are about today; items that are gone move nothing.
 */
export function recountReviews(
  entries: readonly KnownEntry[],
  find: (itemId: string) => Pick<FoundItem, 'item' | 'lesson'> | undefined,
): ScheduledSubject[] {
  const schedules = new Map<string, ScheduledSubject>();
  for (const { entry } of entries.toSorted(byKnownOrder)) {
    const found = find(entry.itemId);
    const subject = found && subjectOf(found.item, found.lesson.id);
    if (!found || !subject) continue;
    const key = subjectMapKey(subject);
    const after = scheduleAfter(schedules.get(key) ?? null, found.item, entry);
    if (after) schedules.set(key, { ...subject, ...after });
  }
  return [...schedules.values()];
}

function byKnownOrder(a: KnownEntry, b: KnownEntry): number {
  return a.knownAt.getTime() - b.knownAt.getTime() || byGradingOrder(a.entry, b.entry);
}

/** The order of grading: what was only saved may be graded after an answer that was given later. */
export function byGradingOrder(
  a: Pick<ReviewEntry, 'id' | 'clock' | 'receivedAt'>,
  b: Pick<ReviewEntry, 'id' | 'clock' | 'receivedAt'>,
): number {
  return a.clock - b.clock || a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1);
}
