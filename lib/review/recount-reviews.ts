import type { Answer } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import { reviewGrade } from './review-grade.ts';
import { movesSchedule, nextReview, type ReviewState } from './review-schedule.ts';
import { type ReviewSubject, subjectMapKey, subjectOf } from './review-subject.ts';

/** The parts of an answer that the schedule depends on. */
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
  /** Orders a learner's answers as they were graded; 0 for answers of old releases. */
  readonly clock: number;
}

export type ScheduledSubject = ReviewSubject & ReviewState;

/** An answer with the time from which the schedule may use it: in a test, when the test was closed. */
export interface KnownEntry {
  readonly entry: ReviewEntry;
  readonly knownAt: Date;
}

/** The schedule of a subject after an answer; null when the answer does not move it. Used by grading and by a recount. */
export function scheduleAfter(
  current: ReviewState | null,
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
  const moves = movesSchedule(current, grade, localDay);
  return moves ? nextReview(current, grade, { at: receivedAt, day: localDay }) : null;
}

/**
 * All schedules of one learner, recomputed from their whole ledger. Answers count in the order in which they became known
 * and by the current subject of their items; answers to removed items are ignored.
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
    const mapKey = subjectMapKey(subject);
    const after = scheduleAfter(schedules.get(mapKey) ?? null, found.item, entry);
    if (after) schedules.set(mapKey, { ...subject, ...after });
  }
  return [...schedules.values()];
}

function byKnownOrder(a: KnownEntry, b: KnownEntry): number {
  return a.knownAt.getTime() - b.knownAt.getTime() || byGradingOrder(a.entry, b.entry);
}

/** Sorts by the order of grading: a saved draft may be graded after an answer that was given later. */
export function byGradingOrder(
  a: Pick<ReviewEntry, 'id' | 'clock' | 'receivedAt'>,
  b: Pick<ReviewEntry, 'id' | 'clock' | 'receivedAt'>,
): number {
  return a.clock - b.clock || a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1);
}
