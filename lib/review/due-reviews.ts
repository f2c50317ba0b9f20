import type { Lesson } from '#lib/lesson/lesson.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import type { ScheduledSubject } from './recount-reviews.ts';
import { recallAt } from './review-schedule.ts';
import { subjectLabel } from './review-subject.ts';

/** What is due for review in one lesson. */
export interface DueLesson {
  readonly lessonId: string;
  readonly title: string;
  readonly href: string;
  /** Objectives, and the lesson as a whole. */
  readonly concepts: readonly DueConcept[];
  readonly cards: number;
}

export interface DueConcept {
  readonly id: string;
  readonly label: string;
  readonly lastAt: Date;
  /** Probability that it would be recalled now, 0..1. */
  readonly recall: number;
}

/** A schedule whose subject is still taught in its lesson. */
export interface TaughtReview<R extends ScheduledSubject = ScheduledSubject> {
  readonly review: R;
  readonly lesson: Lesson;
  readonly label: string;
  readonly recall: number;
}

/** The schedules whose subject is still taught, least likely recalled first. */
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
    const current = lessons.get(lessonId) ?? {
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
        ? { ...current, cards: current.cards + 1 }
        : { ...current, concepts: [...current.concepts, concept] },
    );
  }
  return [...lessons.values()];
}
