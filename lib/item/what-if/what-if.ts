import { z } from 'zod';
import type { ItemType } from '#lib/item/item-type.ts';
import { visibleText } from '#lib/text/visible.ts';
import { examples } from './examples.ts';

export interface WhatIfAnswer {
  readonly text: string;
}

/** An open question for self-checking: its solution is the model answer, shown after the learner has answered. */
export const whatIf: ItemType<
  'what-if',
  Record<string, never>,
  Record<string, never>,
  WhatIfAnswer,
  Record<string, never>
> = {
  name: 'what-if',
  component: 'WhatIf',
  attributes: z.strictObject({}),
  graded: false,
  freeHints: false,
  simulatedMs: 60_000,
  read(source) {
    if (source.nested('Solution').length === 0) {
      source.report(
        source.element,
        'solution-missing',
        'A WhatIf needs a model answer. Add <Solution>…</Solution>.',
      );
    }
    if (source.nodes.length === 0) {
      source.report(
        source.element,
        'prompt-missing',
        'This item has no question. Write it after the opening tag.',
      );
    }
    return { prompt: source.rich(source.nodes), body: {}, key: {} };
  },
  formSchema: z
    .object({ text: z.array(z.string().max(10_000)).readonly().default([]) })
    .transform(({ text }) => ({ text: text[0] ?? '' })),
  validate: (_body, { text }) =>
    visibleText(text).trim() ? null : 'Write your guess first: one sentence is enough.',
  renameIds: (answer) => answer,
  publicOptions: () => ({}),
  grade: () => ({ correct: true, score: 1 }),
  gradedBy: () => ({ choices: [], key: null }),
  explain: () => ({ parts: {}, notes: {} }),
  exampleAnswer: (_body, _key, right) => ({
    text: right ? 'It grows with the number of runs.' : 'I am not sure.',
  }),
  exampleSources: examples,
};
