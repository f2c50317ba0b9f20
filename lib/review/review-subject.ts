import { type Item, itemType } from '#lib/item/registry.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { firstWords } from '#lib/text/rich.ts';

export type SubjectKind = 'objective' | 'card' | 'lesson';

/** What is forgotten and comes back: an objective of a lesson, a card, or a lesson as a whole. Pinned to its lesson. */
export interface ReviewSubject {
  readonly lessonId: string;
  readonly subject: SubjectKind;
  /** The id of the objective, of the card's item, or of the lesson. */
  readonly subjectId: string;
}

/** What an answer to an item is about; null for open questions, which nobody fails and which do not come back. */
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

/** One string for each subject, to look it up by. */
export const subjectMapKey = ({ lessonId, subject, subjectId }: ReviewSubject): string =>
  JSON.stringify([lessonId, subject, subjectId]);

/** What a person is asked about, in the words of the objective or of the card's front; null when it is not taught any more. */
export function subjectLabel(lesson: Lesson, { subject, subjectId }: ReviewSubject): string | null {
  if (subject === 'lesson') return `${lesson.title} as a whole`;
  if (subject === 'objective') return lesson.objectives.find(({ id }) => id === subjectId)?.text ?? null;
  const items = lesson.activities.flatMap(({ items: own }) => own);
  const card = items.find(({ id, type }) => id === subjectId && itemType(type).reviewedAsItself);
  return card ? firstWords(card.prompt) : null;
}
