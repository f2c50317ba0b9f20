import type { RootContent } from 'mdast';
import { z } from 'zod';
import { codeText } from '#lib/item/code-text.ts';
import type { ItemSource, ItemType } from '#lib/item/item-type.ts';
import {
  exampleOptions,
  explainOptions,
  gradeOptions,
  inAuthorOrder,
  type OptionBody,
  type OptionKey,
  type OptionView,
  optionsGradedBy,
  randomOption,
  readOptions,
  renameOptions,
  reportTicksInPrompt,
  shuffledOptions,
  singleChoiceOf,
} from '#lib/item/options.ts';
import { type ProofSource, proofLanguage, withSetup } from '#lib/item/proof.ts';
import { proofTags, readProof, runsAttribute } from '#lib/item/read-proof.ts';
import { anyOf, statedParts } from '#lib/item/stated-parts.ts';
import { plainCharacters } from '#lib/text/plain-characters.ts';
import { isSameText } from '#lib/text/same-text.ts';
import { visibleText } from '#lib/text/visible.ts';
import { blindResults, examples } from './examples.ts';

/** `options` is null if the learner types the output. */
export interface OutputBody {
  readonly options: readonly OptionBody[] | null;
}

export interface OutputKey {
  readonly choice: OptionKey | null;
  readonly text: string | null;
}

export interface OutputView {
  readonly options: readonly OptionView[] | null;
}

export interface OutputAnswer {
  readonly options: string[];
  readonly text: string;
}

/** What does this program print? */
export const output: ItemType<'output', OutputBody, OutputKey, OutputAnswer, OutputView> = {
  name: 'output',
  component: 'Output',
  attributes: z.strictObject({ runs: runsAttribute, run: z.literal('', 'write run alone').optional() }),
  nested: { Setup: proofTags.Setup },
  graded: true,
  freeHints: false,
  mayVary: true,
  parts: 'list',
  /** An expected output takes the place of options. */
  hasParts: ({ children }) => !children.some((node) => node.type === 'code' && node.lang === 'output'),
  read(source) {
    const expected = source.nodes.find((node) => node.type === 'code' && node.lang === 'output');
    if (expected?.type === 'code') {
      const prompt = source.nodes.filter((node) => node !== expected);
      if (!prompt.some((node) => node.type === 'code')) {
        source.report(
          source.element,
          'program-missing',
          'An Output item shows a program. Add it as a code fence before the expected output.',
        );
      }
      if (!trimmedOutput(visibleText(expected.value))) {
        source.report(
          expected,
          'output-empty',
          'The expected output is empty, and an answer cannot be empty. Let the program print something.',
        );
      }
      reportTicksInPrompt(prompt, source);
      const text = trimmedOutput(expected.value);
      return {
        prompt: source.rich(prompt),
        body: { options: null },
        key: { choice: null, text },
        proof: readOutputProof(source, prompt, { typed: text }),
      };
    }
    if (!source.nodes.some((node) => node.type === 'code')) {
      source.report(
        source.element,
        'program-missing',
        'An Output item shows a program. Add it as a code fence before the options.',
      );
    }
    if ('run' in source.attributes && !source.nodes.some((node) => node.type === 'list')) {
      source.report(
        source.element,
        'output-missing',
        'This item takes its key from the run, and the output is not written yet. Run `npm run content -- fix`, which adds it.',
      );
      return undefined;
    }
    const read = readOptions(source);
    if (read && read.key.correct.length > 1) {
      source.report(
        source.element,
        'key-many',
        'A program prints one thing, but several options are marked right. Keep one `- [x]`.',
      );
    }
    if (!read) return undefined;
    const texts = Object.fromEntries(
      read.options.flatMap(({ id, label }) => {
        const text = codeText(label);
        return text === undefined ? [] : [[id, text] as const];
      }),
    );
    return {
      prompt: read.prompt,
      body: { options: read.options },
      key: { choice: read.key, text: null },
      proof: readOutputProof(source, source.nodes, texts),
    };
  },
  formSchema: z
    .object({
      option: z.array(z.string().max(80)).max(20).readonly().default([]),
      text: z.array(z.string().max(4000)).readonly().default([]),
    })
    .transform(({ option, text }) => ({ options: [...new Set(option)], text: text[0] ?? '' })),
  validate({ options }, answer) {
    if (options) return answer.options.length === 1 ? null : 'Choose what the program prints.';
    return visibleText(answer.text).trim() ? null : 'Type what the program prints.';
  },
  aliasedIds: ({ options }) => options?.map(({ id }) => id) ?? [],
  renameIds({ options, text }, rename) {
    const renamed = renameOptions(options, rename);
    return renamed && { options: renamed, text };
  },
  publicOptions: ({ options }, chance, alias) => ({
    options: options && shuffledOptions(options, chance, alias),
  }),
  inAuthorOrder: ({ options }) => ({ options: options && inAuthorOrder(options) }),
  grade({ options }, key, answer) {
    if (options && key.choice) return gradeOptions(options.length, key.choice, answer.options);
    const correct = isPrinted(key, answer);
    return { correct, score: correct ? 1 : 0 };
  },
  gradedBy: ({ options }, { choice, text }) =>
    options && choice ? optionsGradedBy(options, choice) : { choices: [], key: text },
  /** One program, and an answer for each text that may be its output. An option in prose states none. */
  proofPlan(_body, { choice }, { language, setup, texts: { program = '', ...texts } }) {
    const isRight = (id: string) => choice === null || choice.correct.includes(id);
    const trials = Object.entries(texts).map(([id, prints]) => ({
      answer: choice === null ? 'the expected output' : `the option «${id}»`,
      isRight: isRight(id),
      program: withSetup(setup, program),
      prints,
    }));
    const ordered = trials.toSorted((a, b) => Number(b.isRight) - Number(a.isRight));
    return { language, checks: [], trials: ordered, answers: trials.length };
  },
  explain({ options }, key, answer, full) {
    if (options && key.choice) return explainOptions(options, key.choice, answer.options, full);
    const right = isPrinted(key, answer);
    const shown = { parts: { text: right ? 'right' : 'wrong' } as const, notes: {} };
    return full && key.text !== null ? { ...shown, model: [['pre', null, ['code', null, key.text]]] } : shown;
  },
  /** 1/n for n options; 0 for typed output. */
  guessProbability: ({ options }) => (options ? 1 / options.length : 0),
  blindAnswer: ({ options }, _key, chance) =>
    options
      ? {
          options: randomOption(
            options.map(({ id }) => id),
            chance,
          ),
          text: '',
        }
      : { options: [], text: `word_${chance.below(1e6)}` },
  guessesByRule({ options }, { chance, prompt }) {
    const stated = options ? undefined : anyOf(statedParts(prompt).literals, chance);
    return stated === undefined ? {} : { 'shared-words': { options: [], text: stated } };
  },
  singleChoice: ({ options }, { choice }) => (options && choice ? singleChoiceOf(options, choice) : null),
  chosenParts: ({ options, text }) => (options.length > 0 ? options : [trimmedOutput(text)]),
  formFields: ({ options, text }) => ({ option: options, text: [text] }),
  exampleAnswer({ options }, key, right, chance) {
    if (options && key.choice)
      return { options: exampleOptions(options, key.choice, right, chance), text: '' };
    return { options: [], text: right ? (key.text ?? '') : `${key.text ?? ''}${chance.below(9)}` };
  },
  exampleSources: examples,
  blindResults,
};

/** The program, and the texts that it may print by the ids of options. */
function readOutputProof(
  source: ItemSource,
  nodes: readonly RootContent[],
  texts: Readonly<Record<string, string>>,
): ProofSource | undefined {
  const fence = nodes.findLast((node) => node.type === 'code' && proofLanguage(node.lang) !== undefined);
  return fence?.type === 'code'
    ? readProof(source, fence.lang, { ...texts, program: fence.value })
    : undefined;
}

/** Whether the answer is the expected output; characters that phones and word processors replace do not count. */
function isPrinted(key: OutputKey, { text }: OutputAnswer): boolean {
  return (
    key.text !== null &&
    isSameText(trimmedOutput(plainCharacters(text)), trimmedOutput(plainCharacters(key.text)))
  );
}

/** The output without line breaks and spaces at the ends, which cannot be seen on a screen. */
function trimmedOutput(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
