import { type Item, levels, type SecretItem } from '#lib/item/registry.ts';
import { readItem } from '#lib/item/testing/read-item.ts';
import { deliveryOf } from '#lib/lesson/delivery.ts';
import type { Activity, Lesson } from '#lib/lesson/lesson.ts';
import type { BlindQuestion } from '#lib/mastery/guessers/blind-question.ts';
import { Secret } from '#lib/secret.ts';

interface Asked {
  readonly item: Item;
  readonly secret: SecretItem;
}

export interface LessonParts {
  readonly id?: string;
  readonly pool?: readonly Asked[];
  readonly practice?: readonly Asked[];
  readonly text?: string;
}

/** A lesson with these questions and a text. */
export function lessonOf({ id = 'lesson', pool = [], practice = [], text = '' }: LessonParts): Lesson {
  const activity = (slug: Activity['slug'], items: readonly Asked[], body: string): Activity => ({
    slug,
    minutes: 5,
    delivery: deliveryOf('practice', {}),
    body: [['p', null, body]],
    items: items.map(({ item }) => item),
  });
  return {
    id,
    track: 'track',
    slug: id,
    title: 'Lesson',
    summary: 'S',
    objectives: [{ id: 'aim', text: 'Know it', read: [] }],
    prerequisites: [],
    badge: null,
    authors: ['A'],
    sources: [],
    updated: '2026-11-22',
    hash: id,
    activities: [activity('introduction', [], text), activity('practice', practice, '')],
    pool: pool.map(({ item }) => item),
    secrets: new Map([...pool, ...practice].map(({ item, secret }) => [item.id, new Secret(secret)])),
  };
}

/** An item from its source, on a line of a file. */
export function placed(mdx: string, at: number, file = 'pool.mdx'): Asked {
  const { item, secret } = readItem(mdx);
  return {
    item: { ...item, level: levels[at % 3] ?? 'easy', objective: 'aim', source: { file, line: 10 * at + 1 } },
    secret,
  };
}

/** Choice items of these questions, of the three levels in turn. */
export const choicesOf = (questions: readonly BlindQuestion[], prefix = 'p', file = 'pool.mdx'): Asked[] =>
  questions.map(({ stem, options, right }, at) => {
    const lines = options.map(
      ({ id, text }) => `- [${right.includes(id) ? 'x' : ' '}] ${text} <Id is="${id}" />`,
    );
    const mdx = `<Choice id="${prefix}-${at}" level="easy" objective="aim">\n\n${stem}\n\n${lines.join('\n')}\n\n</Choice>\n`;
    return placed(mdx, at, file);
  });
