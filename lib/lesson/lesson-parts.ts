import type { Item, SealedItem, SecretItem } from '#lib/item/registry.ts';
import { Secret } from '#lib/secret.ts';
import type { Rich } from '#lib/text/rich.ts';
import type { Activity, Lesson } from './lesson.ts';

type ItemOutline = Omit<Item, 'prompt' | 'body'>;
type ActivityOutline = Omit<Activity, 'body' | 'items'> & { readonly items: readonly ItemOutline[] };

/** A lesson without its texts and questions, as JSON: enough for lists, progress and everything that needs only ids. */
export interface LessonOutline extends Omit<Lesson, 'activities' | 'pool' | 'secrets'> {
  readonly activities: readonly ActivityOutline[];
  readonly pool: readonly ItemOutline[];
}

/** The other part of a lesson, as JSON: all that is long, and all answer keys. */
export interface LessonBody {
  /** The texts of the activities, in their order. */
  readonly texts: readonly Rich[];
  /** Prompt and body of each item: of the activities in their order, then of the pool. */
  readonly items: readonly Pick<Item, 'prompt' | 'body'>[];
  readonly secrets: readonly (readonly [string, SecretItem])[];
}

/** Opens answer keys, so what it returns is written only to places that nobody but the server reads. */
export function splitLesson(lesson: Lesson): { outline: LessonOutline; body: LessonBody } {
  const { activities, pool, secrets, ...rest } = lesson;
  const all = [...activities.flatMap(({ items }) => items), ...pool];
  return {
    outline: {
      ...rest,
      activities: activities.map(({ body: _text, items, ...activity }) => ({
        ...activity,
        items: items.map(itemOutline),
      })),
      pool: pool.map(itemOutline),
    },
    body: {
      texts: activities.map(({ body }) => body),
      items: all.map(({ prompt, body }) => ({ prompt, body })),
      secrets: [...secrets].map(([id, secret]) => [id, secret.open()]),
    },
  };
}

function itemOutline({ prompt: _prompt, body: _body, ...outline }: Item): ItemOutline {
  return outline;
}

/** The whole lesson. `readBody` is called once, when a text, a question or a key is first looked at. */
export function joinLesson(outline: LessonOutline, readBody: () => LessonBody): Lesson {
  let known: LessonBody | undefined;
  let secrets: ReadonlyMap<string, SealedItem> | undefined;
  const body = () => {
    known ??= readBody();
    return known;
  };
  let next = 0;
  const joinItem = (item: ItemOutline): Item => {
    const at = next++;
    return {
      ...item,
      get prompt() {
        return partOf(body().items, at).prompt;
      },
      get body() {
        return partOf(body().items, at).body;
      },
    };
  };
  const activities = outline.activities.map(
    (activity, at): Activity => ({
      ...activity,
      items: activity.items.map(joinItem),
      get body() {
        return partOf(body().texts, at);
      },
    }),
  );
  return {
    ...outline,
    activities,
    pool: outline.pool.map(joinItem),
    get secrets() {
      secrets ??= new Map(body().secrets.map(([id, secret]) => [id, new Secret(secret)]));
      return secrets;
    },
  };
}

function partOf<T>(parts: readonly T[], at: number): T {
  const part = parts[at];
  if (part === undefined) throw new Error('The two parts of a compiled lesson do not belong together');
  return part;
}
