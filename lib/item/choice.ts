import { z } from 'zod';
import type { ItemType } from './item-type.ts';
import {
  type ChosenOptions,
  exampleOptions,
  explainOptions,
  gradeOptions,
  type OptionBody,
  type OptionKey,
  type OptionView,
  optionFields,
  readOptions,
  renameOptions,
  shuffledOptions,
} from './options.ts';

export interface ChoiceBody {
  readonly many: boolean;
  readonly options: readonly OptionBody[];
}

export interface ChoiceView {
  readonly many: boolean;
  readonly options: readonly OptionView[];
}

/** Choose one option, or all that apply. */
export const choice: ItemType<'choice', ChoiceBody, OptionKey, ChosenOptions, ChoiceView> = {
  name: 'choice',
  component: 'Choice',
  attributes: z.strictObject({ many: z.literal('').optional() }),
  graded: true,
  freeHints: false,
  read(source) {
    const read = readOptions(source);
    if (!read) return undefined;
    const many = read.key.correct.length > 1 || 'many' in source.attributes;
    return { prompt: read.prompt, body: { many, options: read.options }, key: read.key };
  },
  form: optionFields,
  incomplete({ many }, { options }) {
    if (options.length === 0) return many ? 'Tick at least one option.' : 'Choose an option.';
    return !many && options.length > 1 ? 'Choose one option.' : null;
  },
  rename({ options }, rename) {
    const renamed = renameOptions(options, rename);
    return renamed && { options: renamed };
  },
  view: ({ many, options }, chance, alias) => ({ many, options: shuffledOptions(options, chance, alias) }),
  grade: ({ options }, key, answer) => gradeOptions(options.length, key, answer.options),
  explain: ({ options }, key, answer, full) => explainOptions(options, key, answer.options, full),
  example: ({ options }, key, right, chance) => ({ options: exampleOptions(options, key, right, chance) }),
};
