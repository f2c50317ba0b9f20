import { cosine } from '#lib/text/terms.ts';
import type { BlindOption, BlindQuestion } from './blind-question.ts';

type Asked = Pick<BlindQuestion, 'stem' | 'stemTerms' | 'options'>;

/** Rates an option by what can be seen without knowledge. A bot picks among the options with the highest rating. */
export type OptionRating = (option: BlindOption, question: Asked) => number;

export interface Giveaway {
  readonly rate: OptionRating;
  /** What the author is to do. */
  readonly cure: string;
}

const hedges =
  /\b(?:usually|often|mostly|typically|generally|normally|sometimes|perhaps|probably|likely|may|might|can|could|tends?|some|most|many|about|roughly|partly|unless|depends)\b/gi;
const absolutes =
  /\b(?:always|never|only|all|none|nothing|every|everything|any|must|cannot|completely|entirely|impossible|guarantees?|exactly)\b/i;
const exact = /\d+|`[^`]+`|[A-Za-z]+[._]\w+|\([^)]*\)|["“][^"”]+["”]/g;

/** What may give the right option away, by the name of the bot that looks for it. */
export const giveaways: Readonly<Record<string, Giveaway>> = {
  'longest option': { rate: ({ text }) => text.length, cure: 'Shorten it, or lengthen the others.' },
  'shortest option': { rate: ({ text }) => -text.length, cure: 'Lengthen it, or shorten the others.' },
  'most commas and ands': {
    rate: ({ text }) => count(text, /[,;]|\band\b/gi),
    cure: 'Give every option as many parts.',
  },
  'most words of the question': {
    rate: ({ terms }, { stemTerms }) => [...terms.keys()].filter((term) => stemTerms.has(term)).length,
    cure: 'Use the words of the question in several options, or in none.',
  },
  'odd one out in length': {
    rate: (option, { options }) => distanceFrom(option.text.length, lengthsBeside(option, options)),
    cure: 'Write options of about one length.',
  },
  'no absolute words': {
    rate: ({ text }) => (absolutes.test(text) ? 0 : 1),
    cure: 'Leave out «always», «never» and «only», or spread them over right and wrong options.',
  },
  'most hedged': {
    rate: ({ text }) => count(text, hedges),
    cure: 'Leave out «usually», «may» and «often», or spread them over right and wrong options.',
  },
  'most exact': {
    rate: ({ text }) => count(text, exact),
    cure: 'Give every option the same care: numbers, names and brackets in all, or in none.',
  },
  'most similar to the others': {
    rate: similarity,
    cure: 'Do not build the wrong options from the words of the right one alone; vary each of them.',
  },
  'least similar to the others': {
    rate: (option, question) => -similarity(option, question),
    cure: 'Let the right option share words with the wrong ones.',
  },
  'odd one out in form': {
    rate: oddForm,
    cure: 'Write all options in one form: all sentences, or all words.',
  },
  'middle number': {
    rate: numbered((value, values) => -Math.abs(rankOf(value, values) - (values.length - 1) / 2)),
    cure: 'Let the right number be the smallest or the largest as often as one in the middle.',
  },
  'largest number': {
    rate: numbered((value) => value),
    cure: 'Let every place in the order of the numbers be right equally often.',
  },
  'smallest number': {
    rate: numbered((value) => -value),
    cure: 'Let every place in the order of the numbers be right equally often.',
  },
  'roundest number': {
    rate: numbered((value) => -significantDigits(value)),
    cure: 'Write all numbers as round, or as exact, as the right one.',
  },
  'least round number': {
    rate: numbered(significantDigits),
    cure: 'Write all numbers as round, or as exact, as the right one.',
  },
  'kept at the end': {
    rate: ({ text, last }) =>
      last || /\b(?:all|none|both|any|neither) of (?:the|these|them)\b/i.test(text) ? 1 : 0,
    cure: 'Let «none of these» be wrong as often as other options, or leave it out.',
  },
  'fits the grammar of the question': {
    rate: agreement,
    cure: 'Word the question so that every option fits it: «a» or «an», «is» or «are», the end of a sentence.',
  },
};

/** Rates options by their only number; all the same where one has none or several. */
function numbered(rate: (value: number, values: readonly number[]) => number): OptionRating {
  return (option, { options }) => {
    const values = options.map(({ text }) => onlyNumber(text));
    const own = onlyNumber(option.text);
    return own === null || values.includes(null)
      ? 0
      : rate(
          own,
          values.flatMap((value) => value ?? []),
        );
  };
}

function onlyNumber(text: string): number | null {
  const [first, ...more] = text.replaceAll(/(?<=\d)[ ,](?=\d{3}\b)/g, '').match(/[-−]?\d+(?:\.\d+)?/g) ?? [];
  return first === undefined || more.length > 0 ? null : Number(first.replace('−', '-'));
}

const rankOf = (value: number, values: readonly number[]): number =>
  values.filter((other) => other < value).length;

function significantDigits(value: number): number {
  return `${Math.abs(value)}`.replace('.', '').replace(/^0+|0+$/g, '').length;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const lengthsBeside = ({ id }: BlindOption, options: readonly BlindOption[]): number[] =>
  options.filter((other) => other.id !== id).map(({ text }) => text.length);

/** The distance of a value from the median of others. */
function distanceFrom(value: number, others: readonly number[]): number {
  const sorted = others.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Math.abs(value - ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2);
}

/** The mean cosine between the words of the option and those of each other option. */
function similarity(option: BlindOption, { options }: Asked): number {
  const others = options.filter(({ id }) => id !== option.id);
  return others.reduce((sum, { terms }) => sum + cosine(option.terms, terms), 0) / Math.max(1, others.length);
}

/** In how many respects of form an option differs from all others: capital, full stop, digits, a second sentence. */
function oddForm({ id, text }: BlindOption, { options }: Asked): number {
  const forms = [/^\p{Lu}/u, /[.!?]$/, /\d/, /[.!?:;]\s/, /^\S+$/];
  const others = options.filter((other) => other.id !== id);
  return forms.filter((form) => others.every((other) => form.test(other.text) !== form.test(text))).length;
}

/** How well the option continues the end of the question: article, number and an unfinished sentence. */
function agreement({ text }: BlindOption, { stem }: Asked): number {
  const end = stem.trim().replace(/[\s_….:]+$/, '');
  const article = /\b(an?)$/i.exec(end)?.[1]?.toLowerCase();
  const isVowel = /^[aeiou]/i.test(text);
  const fits = [
    article === undefined || (article === 'an') === isVowel,
    !/[\p{L}\p{N}]$/u.test(end) || end !== stem.trim() || /^[^\p{Lu}]/u.test(text),
    !/\b(?:is|was|does)\b/i.test(end) || /\b(?:are|were|do)\b/i.test(end) || !isPlural(text),
    !/\b(?:are|were|do)\b/i.test(end) || /\b(?:is|was|does)\b/i.test(end) || isPlural(text),
  ];
  return fits.filter(Boolean).length;
}

const isPlural = (text: string): boolean => /^(?:the\s+)?\S*[^s\s]s\b|\band\b/i.test(text);
