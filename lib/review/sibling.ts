import type { Chance } from '#lib/chance/chance.ts';
import type { Item } from '#lib/item/registry.ts';
import type { ActivitySlug } from '#lib/lesson/activities.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { leavesFullTest } from '#lib/sitting/draw.ts';
import { type ReviewSubject, subjectMapKey, subjectOf } from './review-subject.ts';

/** What a person has met of a lesson, by item id. */
export interface LessonHistory {
  /** When each item was last answered. */
  readonly answeredAt: ReadonlyMap<string, Date>;
  /** Questions of a test that is open: not to be asked now. */
  readonly excluded: ReadonlySet<string>;
  /** Items of the pool that a test does not ask for some days, since they were practised. */
  readonly practised: ReadonlySet<string>;
}

/** Their questions rest on what their page shows beside them. */
const bound: readonly ActivitySlug[] = ['visualize', 'project'];

/**
 * The item to ask when a subject has come back: another question about the same objective than the one answered last,
 * those never met first, then those met longest ago, at random among equals. A question of the pool only if a whole
 * test stays fresh; of a challenge only if it was met there. Without such a sibling one that was met before comes back,
 * the last one if need be. A card is itself. Undefined when nothing can be asked now.
 */
export function chooseReviewItem(
  subject: ReviewSubject,
  lesson: Lesson,
  seen: LessonHistory,
  chance: Chance,
): Item | undefined {
  const key = subjectMapKey(subject);
  const isAbout = (item: Item) => {
    const own = subjectOf(item, lesson.id);
    return own !== null && subjectMapKey(own) === key;
  };
  const standing = [...lesson.activities, { slug: 'test' as const, items: lesson.pool }].flatMap(
    ({ slug, items }) => items.filter(isAbout).map((item) => ({ item, slug })),
  );
  const free = standing.filter(({ item }) => !seen.excluded.has(item.id));
  const at = (item: Item) => seen.answeredAt.get(item.id)?.getTime() ?? Number.NEGATIVE_INFINITY;
  const oldestFirst = chance.shuffle(free).toSorted((a, b) => at(a.item) - at(b.item) || 0);
  const met = ({ item }: { item: Item }) => seen.answeredAt.has(item.id);
  const last = standing.filter(met).toSorted((a, b) => at(b.item) - at(a.item))[0]?.item;
  const isSibling = ({ item, slug }: (typeof free)[number]) => {
    if (item === last || bound.includes(slug)) return false;
    if (slug === 'test') return leavesFullTest(lesson.pool, seen.practised, item);
    return slug !== 'challenge' || met({ item });
  };
  return (oldestFirst.find(isSibling) ?? oldestFirst.find(met))?.item;
}
