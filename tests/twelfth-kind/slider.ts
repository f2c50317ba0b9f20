import { z } from 'zod';
import type { ItemType } from '#lib/item/item-type.ts';
import { reportMissingPrompt } from '#lib/item/options.ts';
import type { Rich } from '#lib/text/rich.ts';
import { blindResults, examples } from './slider-examples.ts';

export interface SliderBody {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

interface SliderKey {
  readonly value: number;
  /** How far off still counts. */
  readonly near: number;
  readonly notes: { readonly below: Rich; readonly above: Rich };
}

interface SliderAnswer {
  readonly value: string;
}

const wholeNumber = z.string().regex(/^[0-9]{1,4}$/, 'write a whole number');

/** A made-up kind, for tests alone: a whole number on a scale. */
export const slider: ItemType<'slider', SliderBody, SliderKey, SliderAnswer, SliderBody> = {
  name: 'slider',
  component: 'Slider',
  attributes: z.strictObject({
    from: wholeNumber,
    to: wholeNumber,
    step: wholeNumber,
    right: wholeNumber,
    near: wholeNumber.optional(),
  }),
  nested: { Below: z.strictObject({}), Above: z.strictObject({}) },
  graded: true,
  freeHints: false,
  usualMs: 20_000,
  read(source) {
    const number = (name: string) => Number(source.attributes[name] ?? 0);
    const note = (name: string) => source.rich(source.nested(name)[0]?.children ?? []);
    reportMissingPrompt(source.nodes, source);
    return {
      prompt: source.rich(source.nodes),
      body: { from: number('from'), to: number('to'), step: number('step') },
      key: {
        value: number('right'),
        near: number('near'),
        notes: { below: note('Below'), above: note('Above') },
      },
    };
  },
  formSchema: z
    .object({ value: z.array(z.string().max(4)).readonly().default([]) })
    .transform(({ value }) => ({ value: value[0] ?? '' })),
  validate: (_body, { value }) => (/^[0-9]+$/.test(value) ? null : 'Move the slider first.'),
  renameIds: (answer) => answer,
  publicOptions: (body) => body,
  grade(_body, key, answer) {
    const correct = isNear(key, answer);
    return { correct, score: correct ? 1 : 0 };
  },
  explain(_body, key, answer, full) {
    if (isNear(key, answer)) return { parts: { value: 'right' }, notes: {} };
    const value = key.notes[Number(answer.value) < key.value ? 'below' : 'above'];
    const shown = { parts: { value: 'wrong' } as const, notes: { value } };
    return full ? { ...shown, model: [['p', null, String(key.value)]] } : shown;
  },
  guessProbability(body, key) {
    const all = stops(body);
    return all.filter((value) => isNear(key, { value })).length / all.length;
  },
  blindAnswer(body, _key, chance) {
    const all = stops(body);
    return { value: all[chance.below(all.length)] ?? '' };
  },
  chosenParts: ({ value }) => [value],
  exampleAnswer(body, key, right, chance) {
    const wrong = stops(body).filter((value) => !isNear(key, { value }));
    return { value: right ? String(key.value) : (wrong[chance.below(wrong.length)] ?? '') };
  },
  exampleSources: examples,
  blindResults,
};

const isNear = ({ value, near }: SliderKey, answer: SliderAnswer): boolean =>
  Math.abs(Number(answer.value) - value) <= near;

function stops({ from, to, step }: SliderBody): string[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => String(from + at * step));
}
