import type { Chance } from '#lib/chance/chance.ts';
import type { Item } from '#lib/item/registry.ts';
import type { ActivitySlug } from '#lib/lesson/activities.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { leavesFullTest } from '#lib/sitting/draw.ts';
import { type ReviewSubject, subjectMapKey, subjectOf } from './review-subject.ts';

/** A learner's history with the items of a lesson, by item id. */
export interface LessonHistory {
  /** When each item was last answered. */
  readonly answeredAt: ReadonlyMap<string, Date>;
  /** Questions of an open test, which must not be asked now. */
  readonly excluded: ReadonlySet<string>;
  /** Items of the pool that were practised recently; tests avoid them for some days. */
  readonly practised: ReadonlySet<string>;
}

/** Activities whose questions need the content of their page. */
const pageBound: readonly ActivitySlug[] = ['visualize', 'project'];

/**
 * The item to ask when a subject is due: a question about the same objective other than the one answered last. Questions
 * that were never answered come first, then those answered longest ago, at random among equals. A pool question is used
 * only if a whole test of unpractised items remains, a challenge question only if it was answered before. Without such a
 * question, one that was answered before is asked again. A card is reviewed by itself. Undefined when no item may be asked.
 */
export function chooseReviewItem(
  subject: ReviewSubject,
  lesson: Lesson,
  history: LessonHistory,
  chance: Chance,
): Item | undefined {
  const mapKey = subjectMapKey(subject);
  const isAbout = (item: Item) => {
    const own = subjectOf(item, lesson.id);
    return own !== null && subjectMapKey(own) === mapKey;
  };
  const candidates = [...lesson.activities, { slug: 'test' as const, items: lesson.pool }].flatMap(
    ({ slug, items }) => items.filter(isAbout).map((item) => ({ item, slug })),
  );
  const available = candidates.filter(({ item }) => !history.excluded.has(item.id));
  const answeredAt = (item: Item) => history.answeredAt.get(item.id)?.getTime() ?? Number.NEGATIVE_INFINITY;
  const oldestFirst = chance
    .shuffle(available)
    .toSorted((a, b) => answeredAt(a.item) - answeredAt(b.item) || 0);
  const wasAnswered = ({ item }: { item: Item }) => history.answeredAt.has(item.id);
  const last = candidates
    .filter(wasAnswered)
    .toSorted((a, b) => answeredAt(b.item) - answeredAt(a.item))[0]?.item;
  const isSibling = ({ item, slug }: (typeof available)[number]) => {
    if (item === last || pageBound.includes(slug)) return false;
    if (slug === 'test') return leavesFullTest(lesson.pool, history.practised, item);
    return slug !== 'challenge' || wasAnswered({ item });
  };
  return (oldestFirst.find(isSibling) ?? oldestFirst.find(wasAnswered))?.item;
}
