import type { Lesson } from '#lib/lesson/lesson.ts';

/** Where the lessons have every question, and which texts are read: what totals and schedules are counted by. */
export interface ItemPlaces {
  /** Ids of items by lesson, activity and objective. */
  readonly items: Readonly<Record<string, readonly string[]>>;
  /** Activities without questions, as lesson and activity. */
  readonly texts: readonly string[];
  /** What has moved since these places, if a recount was begun: some totals may follow places of in between. */
  readonly moving?: MovedItems;
}

export interface MovedItems {
  readonly items: readonly string[];
  /** Texts that got their first question or lost their last one. */
  readonly texts: readonly string[];
}

export function itemPlaces(lessons: readonly Lesson[]): ItemPlaces {
  const items = new Map<string, string[]>();
  for (const { id: lesson, activities, pool } of lessons)
    for (const { slug, items: own } of [...activities, { slug: 'test', items: pool }])
      for (const { id, objective } of own) {
        const place = JSON.stringify([lesson, slug, objective]);
        const ids = items.get(place);
        if (ids) ids.push(id);
        else items.set(place, [id]);
      }
  const texts = lessons.flatMap(({ id, activities }) =>
    activities.flatMap(({ slug, items: own }) => (own.length === 0 ? [textName(id, slug)] : [])),
  );
  return { items: Object.fromEntries(items), texts };
}

export const textName = (lessonId: string, activity: string): string => JSON.stringify([lessonId, activity]);

/** What is elsewhere, gone or new; null when nothing is. */
export function movedItems(before: ItemPlaces, after: ItemPlaces): MovedItems | null {
  const [was, is] = [placeOf(before), placeOf(after)];
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  const moved = {
    items: merged(
      ids.filter((id) => was.get(id) !== is.get(id)),
      before.moving?.items,
    ),
    texts: merged(
      [...oneSided(before.texts, after.texts), ...oneSided(after.texts, before.texts)],
      before.moving?.texts,
    ),
  };
  return moved.items.length + moved.texts.length > 0 ? moved : null;
}

function placeOf({ items }: ItemPlaces): ReadonlyMap<string, string> {
  return new Map(Object.entries(items).flatMap(([place, ids]) => ids.map((id) => [id, place] as const)));
}

function oneSided(names: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return names.filter((name) => !known.has(name));
}

const merged = (names: readonly string[], more: readonly string[] = []): string[] => [
  ...new Set([...names, ...more]),
];
