import { expect, test } from 'vitest';
import { fixtureLibrary, fixtureLessonId as lessonId } from '#tests/fixture-course.ts';
import { dueByLesson, taughtReviews } from './due-reviews.ts';
import { nextReview } from './review-schedule.ts';
import type { ReviewSubject } from './review-subject.ts';

const library = fixtureLibrary();
const now = new Date('2026-11-22T09:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const review = (subject: ReviewSubject['subject'], subjectId: string, days: number, lesson = lessonId) => ({
  lessonId: lesson,
  subject,
  subjectId,
  ...nextReview(null, 'good', { at: daysAgo(days), day: daysAgo(days).toISOString().slice(0, 10) }),
});

const due = (reviews: readonly ReturnType<typeof review>[]) =>
  dueByLesson(taughtReviews(reviews, (id) => library.lessonById(id), now));

test('concepts have the text of their objective, least likely recalled first; cards are counted', () => {
  expect(
    due([
      review('objective', 'first', 3),
      review('objective', 'second', 9),
      review('card', 'review-card', 4),
    ]),
  ).toMatchObject([
    {
      title: 'The fixture',
      href: '/tracks/fixture-track/fixture',
      concepts: [
        { id: 'second', label: 'Say what comes second' },
        { id: 'first', label: 'Say what comes first' },
      ],
      cards: 1,
    },
  ]);
});

test('a whole lesson is listed as a concept', () => {
  expect(due([review('lesson', lessonId, 3)])[0]?.concepts).toMatchObject([
    { label: 'The fixture as a whole' },
  ]);
});

test('subjects that are no longer taught are left out', () => {
  expect(
    due([
      review('objective', 'gone', 3),
      review('card', 'try-1', 3),
      review('objective', 'first', 3, 'no-lesson'),
    ]),
  ).toEqual([]);
});
