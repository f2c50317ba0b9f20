import type { Item, SealedItem } from '#lib/item/registry.ts';
import type { Activity, Finding, Lesson, Passage, Track } from './lesson.ts';

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
  const items = new Map(
    lessons.flatMap((lesson) =>
      [...lesson.activities, { slug: 'test' as const, items: lesson.pool }].flatMap(
        ({ slug, items: activityItems }) =>
          activityItems.flatMap((item) => {
            const secret = lesson.secrets.get(item.id);
            return secret ? [[item.id, { lesson, activity: slug, item, secret }] as const] : [];
          }),
      ),
    ),
  );
  return {
    tracks,
    findings,
    version: lessons.map((lesson) => lesson.hash).join(),
    track: (slug) => tracks.find((track) => track.slug === slug),
    lesson: (track, slug) => lessons.find((lesson) => lesson.track === track && lesson.slug === slug),
    lessonById: (id) => byId.get(id),
    lessons: () => lessons,
    item: (id) => items.get(id),
  };
}

/** The path of a lesson, or of one of its activities. */
export function lessonPath(lesson: Pick<Lesson, 'track' | 'slug'>, activity?: string): string {
  const path = `/tracks/${lesson.track}/${lesson.slug}`;
  return activity && activity !== 'introduction' ? `${path}/${activity}` : path;
}

/** The path of a passage: the page that holds it and its anchor. */
export function passagePath(
  lesson: Pick<Lesson, 'track' | 'slug'>,
  { activity, anchor }: Pick<Passage, 'activity' | 'anchor'>,
): string {
  const page = lessonPath(lesson, activity);
  return anchor === null ? page : `${page}#${anchor}`;
}
