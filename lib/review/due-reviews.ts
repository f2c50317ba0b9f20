import type { Lesson } from '#lib/lesson/lesson.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import type { ScheduledSubject } from './recount-reviews.ts';
import { recallAt } from './review-schedule.ts';
import { subjectLabel } from './review-subject.ts';

/** What of a lesson wants to be seen again. */
export interface DueLesson {
  readonly lessonId: string;
  readonly title: string;
  readonly href: string;
  /** Objectives, and the lesson as a whole, in words. */
  readonly concepts: readonly DueConcept[];
  readonly cards: number;
}

export interface DueConcept {
  readonly id: string;
  readonly label: string;
  readonly lastAt: Date;
  /** Chance that it would be recalled now, 0..1. */
  readonly recall: number;
}

/** A schedule whose lesson still teaches it. */
export interface TaughtReview<R extends ScheduledSubject = ScheduledSubject> {
  readonly review: R;
  readonly lesson: Lesson;
  readonly label: string;
  readonly recall: number;
}

/** The schedules that are still taught, what is likeliest forgotten first. */
export function taughtReviews<R extends ScheduledSubject>(
  reviews: readonly R[],
  lessonById: (id: string) => Lesson | undefined,
  now: Date,
): TaughtReview<R>[] {
  return reviews
    .flatMap((review) => {
      const lesson = lessonById(review.lessonId);
      const label = lesson && subjectLabel(lesson, review);
      return lesson && label ? [{ review, lesson, label, recall: recallAt(review, now) }] : [];
    })
    .toSorted((a, b) => a.recall - b.recall);
}

/** Groups what is due by lesson, in the order given. */
export function dueByLesson(due: readonly TaughtReview[]): DueLesson[] {
  const lessons = new Map<string, DueLesson>();
  for (const { review, lesson, label, recall } of due) {
    const { id: lessonId, title } = lesson;
    const before = lessons.get(lessonId) ?? {
      lessonId,
      title,
      href: lessonPath(lesson),
      concepts: [],
      cards: 0,
    };
    const concept = { id: review.subjectId, label, lastAt: review.lastAt, recall };
    lessons.set(
      lessonId,
      review.subject === 'card'
        ? { ...before, cards: before.cards + 1 }
        : { ...before, concepts: [...before.concepts, concept] },
    );
  }
  return [...lessons.values()];
}
