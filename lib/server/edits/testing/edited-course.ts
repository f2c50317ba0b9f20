import type { Item, SecretItem } from '#lib/item/registry.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { Secret } from '#lib/secret.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';

/** The course with other halves for some of its items. */
export function edited(
  edit: (item: Item, secret: SecretItem) => { item: Item; secret: SecretItem } | null,
): Library {
  const tracks = fixtureLibrary().tracks.map((track) => ({
    ...track,
    lessons: track.lessons.map((lesson) => {
      const made = new Map(
        [...lesson.activities.flatMap(({ items }) => items), ...lesson.pool].map((item) => {
          const secret = lesson.secrets.get(item.id)?.open();
          return [item.id, secret ? edit(item, secret) : null] as const;
        }),
      );
      const items = (from: readonly Item[]) => from.map((item) => made.get(item.id)?.item ?? item);
      const secrets = [...lesson.secrets].map(([id, secret]) => {
        const other = made.get(id);
        return [id, other ? new Secret(other.secret) : secret] as const;
      });
      return {
        ...lesson,
        activities: lesson.activities.map((activity) => ({ ...activity, items: items(activity.items) })),
        pool: items(lesson.pool),
        secrets: new Map(secrets),
      };
    }),
  }));
  return makeLibrary(tracks, []);
}

/** Another right option for the questions that `which` names. */
export const otherKey = (which: (item: Item) => boolean): Library =>
  edited((item, secret) => {
    const { key } = secret;
    if (!which(item) || item.type !== 'choice' || !('correct' in key && 'feedback' in key)) return null;
    const other: SecretItem['key'] = { correct: ['no'], feedback: {} };
    return {
      item: { ...item, version: `${item.version}-2` },
      secret: { ...secret, key: other },
    };
  });
