import { z } from 'zod';
import type { ItemType } from '#lib/item/item-type.ts';
import { type Rating, ratings } from '#lib/item/rating.ts';
import { examples } from './examples.ts';

export interface CardAnswer {
  readonly rating: Rating | '';
}

/** A flashcard: its other side opens like a hint, free of charge; the rating schedules the next review. */
export const card: ItemType<
  'card',
  Record<string, never>,
  Record<string, never>,
  CardAnswer,
  Record<string, never>
> = {
  name: 'card',
  component: 'Card',
  attributes: z.strictObject({}),
  nested: { Back: z.strictObject({}) },
  graded: false,
  freeHints: true,
  usualMs: 15_000,
  simulatedMs: 14_000,
  reviewedAsItself: true,
  read(source) {
    const [back] = source.nested('Back');
    if (!back || back.children.length === 0) {
      source.report(
        source.element,
        'back-missing',
        'This card has no other side. Add <Back>…</Back> with the answer.',
      );
      return undefined;
    }
    if (source.nodes.length === 0) {
      source.report(
        source.element,
        'prompt-missing',
        'This card has no front. Write the question before <Back>.',
      );
    }
    return { prompt: source.rich(source.nodes), body: {}, key: {}, hints: [source.rich(back.children)] };
  },
  formSchema: z
    .object({ rating: z.array(z.enum(ratings)).readonly().default([]) })
    .transform(({ rating }) => ({ rating: rating[0] ?? '' })),
  validate: (_body, { rating }) => (rating ? null : 'Say how well you knew it.'),
  renameIds: (answer) => answer,
  publicOptions: () => ({}),
  grade: (_body, _key, { rating }) => ({ correct: rating !== 'again', score: rating === 'again' ? 0 : 1 }),
  gradedBy: () => ({ choices: [], key: null }),
  explain: () => ({ parts: {}, notes: {} }),
  selfRating: ({ rating }) => rating || null,
  chosenParts: ({ rating }) => [rating],
  formFields: ({ rating }) => ({ rating: rating ? [rating] : [] }),
  exampleAnswer: (_body, _key, right, chance) => ({
    rating: right ? ((['hard', 'good', 'good', 'easy'] as const)[chance.below(4)] ?? 'good') : 'again',
  }),
  exampleSources: examples,
};
