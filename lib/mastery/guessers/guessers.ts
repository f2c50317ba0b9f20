import type { BlindQuestion } from './blind-question.ts';
import { type Bot, favouritePlace, favouritePlaceName } from './bots.ts';
import { adjusted, type Guess, upperTail } from './exact-test.ts';

/** The questions that a bot answers together: a whole lesson or one of its activities. */
export interface Scope {
  readonly name: string;
  readonly questions: readonly BlindQuestion[];
}

/** The score of one bot in one scope. `p`: the probability of at least this score by random picks. */
export interface GuesserResult {
  readonly bot: string;
  readonly scope: string;
  readonly items: number;
  readonly score: number;
  readonly chance: number;
  readonly p: number;
  /** `p` after Holm's correction over all bots and scopes that were tried together. */
  readonly adjusted: number;
  readonly flagged: boolean;
  /** The ids of the questions that it answered right, of those where it had to choose. */
  readonly hits: readonly string[];
}

/** With fewer questions of four options no score is significant among so many bots. */
export const minItems = 5;
/** The rate at which a fair lesson is flagged although nothing gives its questions away, over all bots and scopes. */
export const flagLevel = 0.05;

/**
 * Whether a lesson is refused for a bot, by every command alike: it is above chance. A favourite place in the file gives
 * nothing away where options are shuffled, so it is only told.
 */
export const isRefusedGuesser = ({ flagged, bot }: Pick<GuesserResult, 'flagged' | 'bot'>): boolean =>
  flagged && bot !== favouritePlaceName;

/** Every bot sits every scope; a bot takes part where its rule says something about five questions or more. */
export function runBots(scopes: readonly Scope[], bots: readonly Bot[]): GuesserResult[] {
  const sat = scopes.flatMap(({ name, questions }) => [
    ...bots.flatMap((bot) => {
      const guessed = questions.flatMap((question) => {
        const guess = bot.guess(question);
        return guess ? [{ question, guess }] : [];
      });
      const p = guessed.length < minItems ? 1 : tailOf(bot, guessed);
      return scored(bot.name, name, guessed, p);
    }),
    ...placeResult(name, questions),
  ]);
  const corrected = adjusted(sat.map(({ p }) => p));
  return sat.map((result, at) => {
    const adjustedP = corrected[at] ?? 1;
    return { ...result, adjusted: adjustedP, flagged: adjustedP <= flagLevel };
  });
}

interface Guessed {
  readonly question: BlindQuestion;
  readonly guess: Guess;
}

/** Guesses in one part depend on the answers of the others, so the best part counts, corrected for having tried all. */
function tailOf({ partOf }: Bot, guessed: readonly Guessed[]): number {
  if (!partOf) return upperTail(guessed.map(({ guess }) => guess));
  const names = [...new Set(guessed.map(({ question }) => partOf(question)))];
  const tails = names.map((name) =>
    upperTail(guessed.flatMap(({ question, guess }) => (partOf(question) === name ? [guess] : []))),
  );
  return Math.min(1, Math.min(...tails) * tails.length);
}

type Scored = Omit<GuesserResult, 'adjusted' | 'flagged'>;

function scored(bot: string, scope: string, guessed: readonly Guessed[], p: number): Scored[] {
  if (guessed.length < minItems) return [];
  return [
    {
      bot,
      scope,
      items: guessed.length,
      score: mean(guessed.map(({ guess }) => guess.credit)),
      chance: mean(guessed.map(({ guess }) => guess.hit * guess.chance)),
      p,
      hits: guessed.flatMap(({ question, guess }) =>
        guess.credit > 0 && guess.chance < 1 ? [question.id] : [],
      ),
    },
  ];
}

function placeResult(scope: string, questions: readonly BlindQuestion[]): Scored[] {
  const { guesses, p } = favouritePlace(questions);
  const listed = questions.filter(({ right, several }) => !several && right.length === 1);
  const guessed = listed.flatMap((question, at) => {
    const guess = guesses[at];
    return guess ? [{ question, guess }] : [];
  });
  return scored(favouritePlaceName, scope, guessed, p);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
