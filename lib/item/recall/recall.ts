import { z } from 'zod';
import type { ItemType } from '#lib/item/item-type.ts';
import { readParts, splitAtList } from '#lib/item/parts.ts';
import { mentionFinder } from '#lib/text/mentions.ts';
import type { Rich } from '#lib/text/rich.ts';
import { visibleText } from '#lib/text/visible.ts';
import { examples } from './examples.ts';

export interface RecallBody {
  readonly concepts: number;
}

export interface RecallKey {
  readonly concepts: readonly {
    readonly id: string;
    readonly label: Rich;
    readonly keywords: readonly string[];
  }[];
}

/** `ticks` is null until the learner has compared the text with the checklist. */
export interface RecallAnswer {
  readonly text: string;
  readonly ticks: string[] | null;
}

/** Free recall, which the learner compares with a checklist of concepts. It cannot be failed. */
export const recall: ItemType<'recall', RecallBody, RecallKey, RecallAnswer, RecallBody> = {
  name: 'recall',
  component: 'Recall',
  attributes: z.strictObject({}),
  graded: false,
  freeHints: false,
  simulatedMs: 60_000,
  parts: 'list',
  read(source) {
    const split = splitAtList(source, 'concepts');
    if (!split) return undefined;
    const parts = readParts(split.list, source);
    for (const part of parts) {
      if (!part.quoted.trim()) {
        source.report(
          part.node,
          'keywords-missing',
          'This concept has no keywords. Quote them beneath it: > seed, seeds, seeding',
        );
      }
    }
    return {
      prompt: source.rich(split.prompt),
      body: { concepts: parts.length },
      key: {
        concepts: parts.map(({ id, label, quoted }) => ({
          id,
          label,
          keywords: quoted
            .split(/[,，、،]/)
            .map((word) => word.trim().toLowerCase())
            .filter(Boolean),
        })),
      },
    };
  },
  formSchema: z
    .object({
      text: z.array(z.string().max(10_000)).readonly().default([]),
      tick: z.array(z.string().max(80)).max(40).readonly().default([]),
      compared: z.array(z.string()).readonly().default([]),
    })
    .transform(({ text, tick, compared }) => ({
      text: text[0] ?? '',
      ticks: compared.length > 0 ? [...new Set(tick)] : null,
    })),
  validate: (_body, { text }) => (visibleText(text).trim() ? null : 'Write down what you remember first.'),
  // Concept ids are shown only after the text is submitted, so they need no aliases.
  renameIds: (answer) => answer,
  publicOptions: (body) => body,
  /** score = concepts found / concepts, by the learner's ticks or, before these, by keywords. `correct` once compared. */
  grade(_body, key, answer) {
    const foundCount = key.concepts.filter(({ id }) => found(key, answer).has(id)).length;
    return { correct: answer.ticks !== null, score: foundCount / key.concepts.length };
  },
  gradedBy: (_body, { concepts }) => ({
    choices: concepts.map(({ id }) => id).toSorted(),
    key: concepts.map(({ id, keywords }) => [id, keywords]).toSorted(),
  }),
  explain(_body, key, answer) {
    const ids = found(key, answer);
    return {
      parts: {},
      notes: {},
      checklist: key.concepts.map(({ id, label }) => ({ id, label, found: ids.has(id) })),
    };
  },
  chosenParts: ({ ticks }) => ticks ?? [],
  formFields: ({ text, ticks }) => ({ text: [text], tick: ticks ?? [], compared: ticks ? ['yes'] : [] }),
  exampleAnswer(_body, key, right, chance) {
    const part = chance.shuffle(key.concepts).slice(0, right ? key.concepts.length : 1);
    return {
      text: part.map(({ keywords }) => keywords[0] ?? '').join(' and '),
      ticks: part.map(({ id }) => id),
    };
  },
  /** The text is written first and compared with the checklist afterwards. */
  nextStep: (answer, previous) =>
    previous ? { ...answer, text: previous.text } : { ...answer, ticks: null },
  exampleSources: examples,
};

function found(key: RecallKey, answer: RecallAnswer): Set<string> {
  if (answer.ticks) return new Set(answer.ticks);
  const isMentioned = mentionFinder(answer.text);
  const mentioned = key.concepts.filter(({ keywords }) => keywords.some(isMentioned));
  return new Set(mentioned.map(({ id }) => id));
}
