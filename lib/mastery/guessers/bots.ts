import type { GuessRule } from '#lib/item/item-type.ts';
import { type BlindOption, type BlindQuestion, isSingleChoice } from './blind-question.ts';
import { type Guess, upperTail } from './exact-test.ts';
import { authorHabits } from './habits.ts';
import { giveaways, type OptionRating } from './option-ratings.ts';
import { otherAnswers } from './other-answers.ts';

/** Somebody who knows nothing and follows one rule. */
export interface Bot {
  readonly name: string;
  /** What the author is to do when the rule works. */
  readonly cure: string;
  /** Whether its rule can be used in a test, where parts are shuffled. */
  readonly sitsTests: boolean;
  /** Null where its rule says nothing about the question. */
  guess(question: BlindQuestion): Guess | null;
  /** The part of the lesson that a question belongs to, for a bot that learns the answers of one part from the others. */
  partOf?(question: BlindQuestion): string;
}

/** How often a typed answer may stand in its question, or be that of other questions, before it is called a habit. */
const typedChance = 0.2;
/** The rule by which an option bot answers kinds without options. */
const rulesOfBots: Readonly<Record<string, GuessRule>> = {
  'most words of the question': 'shared-words',
  'longest option': 'long-first',
  'shortest option': 'short-first',
};

const familiar: OptionRating = ({ familiarity }) => familiarity;

/**
 * The bots that sit a lesson. `others`: questions of the author's other lessons, with their answers; `own`: the parts of
 * this lesson, of which each is answered with what the others taught. A place that is favoured is found by
 * `favouritePlace`, which tries every place.
 */
export function botsOf(
  others: readonly BlindQuestion[],
  own: ReadonlyMap<string, readonly BlindQuestion[]> = new Map(),
): Bot[] {
  const ratings = [...Object.values(giveaways).map(({ rate }) => rate), familiar];
  const habits = authorHabits(others, ratings);
  return [
    ...Object.entries(giveaways).map(([name, { rate, cure }]) =>
      optionBot(name, rate, {
        cure,
        rule: rulesOfBots[name],
      }),
    ),
    optionBot('most familiar from the lesson', familiar, {
      cure: 'Use words of the lesson in the wrong options too.',
      rule: 'commonest',
    }),
    ...(habits
      ? [
          optionBot('author’s habits in other lessons', habits, {
            cure: 'Its right options look like those of the other lessons. Vary their length and wording.',
          }),
        ]
      : []),
    ...(own.size > 0 ? [otherAnswersBot(others, own)] : []),
    ruleBot('in alphabetical order', 'alphabetical', {
      cure: 'Remove numbers, dates and words such as «first» that show the order, or reword the parts.',
      sitsTests: true,
    }),
    ruleBot('in the order shown', 'shown', { cure: 'Change the parts.', sitsTests: false }),
  ];
}

function optionBot(
  name: string,
  rate: OptionRating,
  { cure, rule }: { readonly cure: string; readonly rule?: GuessRule | undefined },
): Bot {
  return {
    name,
    cure,
    sitsTests: true,
    guess(question) {
      if (isSingleChoice(question)) return guessOne(question, best(question, rate));
      if (question.several) return guessSeveral(question, rate);
      return rule === undefined ? null : guessByRule(question, rule);
    },
  };
}

/** Answers each part of the lesson with what the answers of the other parts, and of other lessons, have in common. */
function otherAnswersBot(
  others: readonly BlindQuestion[],
  own: ReadonlyMap<string, readonly BlindQuestion[]>,
): Bot {
  const partOf = new Map(
    [...own].flatMap(([part, questions]) => questions.map(({ id }) => [id, part] as const)),
  );
  const learned = otherAnswers(others, own);
  return {
    name: 'as in other questions',
    cure: 'Let no word mark the right options of several questions, and no typed answer be right in many.',
    sitsTests: true,
    partOf: ({ id }) => partOf.get(id) ?? '',
    guess(question) {
      const { rate, commonest } = learned.get(partOf.get(question.id) ?? '') ?? {};
      if (rate && isSingleChoice(question)) {
        const picked = best(question, rate);
        return picked.length < question.options.length ? guessOne(question, picked) : null;
      }
      const same = question.typed && commonest?.(question.kind);
      return same ? { hit: 1, credit: question.accepts(same.answer) ? 1 : 0, chance: typedChance } : null;
    },
  };
}

function ruleBot(name: string, rule: GuessRule, about: Pick<Bot, 'cure' | 'sitsTests'>): Bot {
  return { name, ...about, guess: (question) => guessByRule(question, rule) };
}

/** One of the options picked, each with the same probability. */
function guessOne({ options, right }: BlindQuestion, picked: readonly BlindOption[]): Guess {
  const hit = 1 / picked.length;
  const isAmong = picked.some(({ id }) => right.includes(id));
  return { hit, credit: isAmong ? hit : 0, chance: picked.length / options.length };
}

/** All options that are rated above the mean. Null if none is: a random answer. */
function guessSeveral(question: BlindQuestion, rate: OptionRating): Guess | null {
  const { options, right, chance } = question;
  const values = options.map((option) => rate(option, question));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const picked = options.filter((_, at) => (values[at] ?? 0) > mean + 1e-9);
  if (picked.length === 0) return null;
  const isRight = picked.length === right.length && picked.every(({ id }) => right.includes(id));
  return { hit: 1, credit: isRight ? 1 : 0, chance };
}

function guessByRule({ rules, chance, typed }: BlindQuestion, rule: GuessRule): Guess | null {
  const isRight = rules[rule];
  if (isRight === undefined) return null;
  return { hit: 1, credit: isRight ? 1 : 0, chance: typed ? typedChance : chance };
}

function best(question: BlindQuestion, rate: OptionRating): BlindOption[] {
  const values = question.options.map((option) => rate(option, question));
  const most = Math.max(...values);
  return question.options.filter((_, at) => (values[at] ?? 0) >= most - 1e-9);
}

export const favouritePlaceName = 'favourite place';

/** The bot that always picks the place in the author's list that pays best; `p` is corrected for having tried every place. */
export function favouritePlace(questions: readonly BlindQuestion[]): { guesses: Guess[]; p: number } {
  const listed = questions.filter(isSingleChoice);
  const places = Math.max(0, ...listed.map(({ options }) => options.length));
  const tried = Array.from({ length: places }, (_, place) => {
    const guesses = listed.map((question) => {
      const option = question.options[place];
      return guessOne(question, option ? [option] : question.options);
    });
    return { guesses, p: Math.min(1, upperTail(guesses) * places) };
  });
  return tried.reduce((a, b) => (b.p < a.p ? b : a), { guesses: [], p: 1 });
}
