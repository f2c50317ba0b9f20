import type { Item, SealedItem, Variant } from '#lib/item/registry.ts';
import { variantOfVersion } from '#lib/item/variants.ts';
import type { Activity, Finding, Lesson, Passage, Track } from './lesson.ts';
import { pathBelow } from './path-below.ts';

/** All compiled content, with look-ups. */
export interface Library {
  readonly tracks: readonly Track[];
  readonly findings: readonly Finding[];
  /** Changes whenever any lesson does. */
  readonly version: string;
  track(slug: string): Track | undefined;
  lesson(track: string, slug: string): Lesson | undefined;
  lessonById(id: string): Lesson | undefined;
  lessons(): readonly Lesson[];
  item(itemId: string): FoundItem | undefined;
}

export interface FoundItem {
  readonly lesson: Lesson;
  /** The activity that holds it; 'test' for the pool. */
  readonly activity: Activity['slug'];
  readonly item: Item;
  readonly secret: SealedItem;
}

export function makeLibrary(tracks: readonly Track[], findings: readonly Finding[]): Library {
  const lessons = tracks.flatMap((track) => track.lessons);
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const byPath = new Map(lessons.map((lesson) => [lessonPath(lesson), lesson]));
  const items = new Map(
    lessons.flatMap((lesson) =>
      [...lesson.activities, { slug: 'test' as const, items: lesson.pool }].flatMap(
        ({ slug, items: activityItems }) =>
          activityItems.map((item) => [item.id, foundItem(lesson, slug, item)] as const),
      ),
    ),
  );
  return {
    tracks,
    findings,
    version: lessons.map((lesson) => lesson.hash).join(),
    track: (slug) => tracks.find((track) => track.slug === slug),
    lesson: (track, slug) => byPath.get(lessonPath({ track, slug })),
    lessonById: (id) => byId.get(id),
    lessons: () => lessons,
    item: (id) => items.get(id),
  };
}

/** The key is looked at only when it is needed: with it, the texts of the lesson are read. */
function foundItem(lesson: Lesson, activity: Activity['slug'], item: Item): FoundItem {
  return {
    lesson,
    activity,
    item,
    get secret() {
      const secret = lesson.secrets.get(item.id);
      if (!secret) throw new Error(`The compiled item ${item.id} has no key`);
      return secret;
    },
  };
}

/** The item with its key, for code that never sends it to a browser. */
export const bothHalves = ({ item, secret }: FoundItem): Variant => ({ item, secret: secret.open() });

/** What an answer to a version of the item has seen: the item, or one of its variants; undefined if it has changed since. */
export function answeredItem(found: FoundItem, version: string): Item | undefined {
  const { item } = found;
  if (!item.varies) return item.version === version ? item : undefined;
  return variantOfVersion(bothHalves(found), version)?.item;
}

/** The path of a lesson, or of one of its activities. */
export function lessonPath(lesson: Pick<Lesson, 'track' | 'slug'>, activity?: string): string {
  const path = `/tracks/${lesson.track}/${lesson.slug}`;
  return activity ? pathBelow(path, activity) : path;
}

/** The path of a passage: the page that holds it and its anchor. */
export function passagePath(
  lesson: Pick<Lesson, 'track' | 'slug'>,
  { activity, anchor }: Pick<Passage, 'activity' | 'anchor'>,
): string {
  const page = lessonPath(lesson, activity);
  return anchor === null ? page : `${page}#${anchor}`;
}
