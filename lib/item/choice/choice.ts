import { z } from 'zod';
import { codeText } from '#lib/item/code-text.ts';
import type { ItemSource, ItemType } from '#lib/item/item-type.ts';
import {
  type ChosenOptions,
  exampleOptions,
  explainOptions,
  gradeOptions,
  inAuthorOrder,
  type OptionBody,
  type OptionKey,
  type OptionView,
  optionSchema,
  optionsGradedBy,
  randomOption,
  readOptions,
  renameOptions,
  type Scoring,
  scorings,
  shuffledOptions,
  singleChoiceOf,
} from '#lib/item/options.ts';
import { attributeNode } from '#lib/item/parts.ts';
import { withSetup } from '#lib/item/proof.ts';
import { proofTags, readProof } from '#lib/item/read-proof.ts';
import { blindResults, examples } from './examples.ts';

export interface ChoiceBody {
  readonly many: boolean;
  readonly scoring: Scoring;
  readonly options: readonly OptionBody[];
}

export interface ChoiceView {
  readonly many: boolean;
  readonly scoring: Scoring;
  readonly options: readonly OptionView[];
}

/** Choose one option, or all that apply. */
export const choice: ItemType<'choice', ChoiceBody, OptionKey, ChosenOptions, ChoiceView> = {
  name: 'choice',
  component: 'Choice',
  attributes: z.strictObject({ many: z.literal('').optional(), scoring: z.enum(scorings).optional() }),
  graded: true,
  freeHints: false,
  mayVary: true,
  parts: 'list',
  nested: proofTags,
  read(source) {
    const read = readOptions(source);
    if (!read) return undefined;
    const many = read.key.correct.length > 1 || 'many' in source.attributes;
    const scoring = scorings.find((name) => name === source.attributes.scoring) ?? 'cancel';
    if (!many && source.attributes.scoring !== undefined) {
      source.report(
        attributeNode(source.element, 'scoring'),
        'scoring-one',
        'A single right option is right or wrong, so no part of it can score. Remove scoring="…".',
      );
    }
    return {
      prompt: read.prompt,
      body: { many, scoring, options: read.options },
      key: read.key,
      proof:
        source.nested('Check').length > 0
          ? readProof(source, null, optionTexts(read.options, source))
          : undefined,
    };
  },
  formSchema: optionSchema,
  validate({ many }, { options }) {
    if (options.length === 0) return many ? 'Tick at least one option.' : 'Choose an option.';
    return !many && options.length > 1 ? 'Choose one option.' : null;
  },
  aliasedIds: ({ options }) => options.map(({ id }) => id),
  renameIds({ options }, rename) {
    const renamed = renameOptions(options, rename);
    return renamed && { options: renamed };
  },
  publicOptions: ({ options, ...shown }, chance, alias) => ({
    ...shown,
    options: shuffledOptions(options, chance, alias),
  }),
  inAuthorOrder: (body) => ({ ...body, options: inAuthorOrder(body.options) }),
  grade: ({ options, scoring }, key, answer) => gradeOptions(options.length, key, answer.options, scoring),
  gradedBy: ({ many, scoring, options }, key) => {
    const { choices, key: right } = optionsGradedBy(options, key);
    return { choices, key: { many, scoring, right } };
  },
  explain: ({ options }, key, answer, full) => explainOptions(options, key, answer.options, full),
  /** The program of each option. */
  proofPlan({ options }, { correct }, { language, setup, checks, texts }) {
    const trials = options.map(({ id }) => ({
      answer: `the option «${id}»`,
      isRight: correct.includes(id),
      program: withSetup(setup, texts[id] ?? ''),
    }));
    const ordered = trials.toSorted((a, b) => Number(b.isRight) - Number(a.isRight));
    return { language, checks, trials: ordered, answers: trials.length };
  },
  /** 1/n for a single choice; one of the non-empty subsets for several. */
  guessProbability: ({ many, options }) => 1 / (many ? 2 ** options.length - 1 : options.length),
  blindAnswer({ many, options }, _key, chance) {
    const ids = options.map(({ id }) => id);
    if (!many) return { options: randomOption(ids, chance) };
    const subset = 1 + chance.below(2 ** ids.length - 1);
    return { options: ids.filter((_id, at) => subset & (1 << at)) };
  },
  singleChoice: ({ many, options }, key) => (many ? null : singleChoiceOf(options, key)),
  severalChoice: ({ many, options }, { correct }) => (many ? { options, right: correct } : null),
  chosenParts: ({ options }) => options,
  formFields: ({ options }) => ({ option: options }),
  exampleAnswer: ({ options }, key, right, chance) => ({
    options: exampleOptions(options, key, right, chance),
  }),
  exampleSources: examples,
  blindResults,
};

/** The code of each option; reports an option without code, which cannot be tried. */
function optionTexts(options: readonly OptionBody[], source: ItemSource): Record<string, string> {
  return Object.fromEntries(
    options.map(({ id, label }) => {
      const code = codeText(label);
      if (code === undefined)
        source.report(
          source.element,
          'option-code',
          `The options of this item are tried because it has a <Check>, but «${id}» is no code. Write the option as inline code or a fence, or remove <Check>.`,
        );
      return [id, code ?? ''];
    }),
  );
}
