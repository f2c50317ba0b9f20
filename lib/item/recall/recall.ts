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

/** Free recall, compared with a checklist of concepts by the learner's own eye. Nobody fails it. */
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
  // Concept ids are seen only after the text was given, so they need no other names.
  renameIds: (answer) => answer,
  publicOptions: (body) => body,
  /** score = concepts found / concepts: by the learner's ticks, before those by keyword. Done (`correct`) once compared. */
  grade(_body, key, answer) {
    const known = key.concepts.filter(({ id }) => found(key, answer).has(id)).length;
    return { correct: answer.ticks !== null, score: known / key.concepts.length };
  },
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
  /** It is written first and compared with the checklist after. */
  nextStep: (answer, before) => (before ? { ...answer, text: before.text } : { ...answer, ticks: null }),
  exampleSources: examples,
};

function found(key: RecallKey, answer: RecallAnswer): Set<string> {
  if (answer.ticks) return new Set(answer.ticks);
  const isMentioned = mentionFinder(answer.text);
  const named = key.concepts.filter(({ keywords }) => keywords.some(isMentioned));
  return new Set(named.map(({ id }) => id));
}
