import { type Item, itemType } from '#lib/item/registry.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { firstWords } from '#lib/text/rich.ts';

export type SubjectKind = 'objective' | 'card' | 'lesson';

/** What a review schedule is about: an objective of a lesson, a card, or a lesson as a whole. */
export interface ReviewSubject {
  readonly lessonId: string;
  readonly subject: SubjectKind;
  /** The id of the objective, of the card's item, or of the lesson. */
  readonly subjectId: string;
}

/** The subject that an item reviews; null for open questions, which are not graded and not reviewed. */
export function subjectOf(
  item: Pick<Item, 'id' | 'type' | 'objective'>,
  lessonId: string,
): ReviewSubject | null {
  const { graded, reviewedAsItself } = itemType(item.type);
  if (reviewedAsItself) return { lessonId, subject: 'card', subjectId: item.id };
  if (!graded) return null;
  if (item.objective === null) return { lessonId, subject: 'lesson', subjectId: lessonId };
  return { lessonId, subject: 'objective', subjectId: item.objective };
}

/** A unique string for each subject, for use in maps. */
export const subjectMapKey = ({ lessonId, subject, subjectId }: ReviewSubject): string =>
  JSON.stringify([lessonId, subject, subjectId]);

/** The text of the objective or the first words of the card's front; null when the subject is no longer taught. */
export function subjectLabel(lesson: Lesson, { subject, subjectId }: ReviewSubject): string | null {
  if (subject === 'lesson') return `${lesson.title} as a whole`;
  if (subject === 'objective') return lesson.objectives.find(({ id }) => id === subjectId)?.text ?? null;
  const items = lesson.activities.flatMap(({ items }) => items);
  const card = items.find(({ id, type }) => id === subjectId && itemType(type).reviewedAsItself);
  return card ? firstWords(card.prompt) : null;
}
