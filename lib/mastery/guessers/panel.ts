import { itemType } from '#lib/item/registry.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { type GuessingLearner, randomGuesser } from '#lib/mastery/verdict-card.ts';
import { plainText } from '#lib/text/rich.ts';
import { type BlindQuestion, blindQuestion, isSingleChoice } from './blind-question.ts';
import { type Bot, botsOf } from './bots.ts';
import { upperTail } from './exact-test.ts';
import { type GuesserResult, runBots, type Scope } from './guessers.ts';
import { wordModel } from './word-model.ts';

/** The name of the scope of a lesson's pool. */
export const testScope = 'test';

export interface SittingBot extends GuessingLearner {
  readonly cure: string;
  /** The share of the pool that it is expected to answer right. */
  readonly share: number;
}

/** What every bot achieves in a lesson. */
export interface Panel {
  readonly results: readonly GuesserResult[];
  /** Those that sit the lesson's test in a simulation, the one with the most right answers first. */
  readonly sitting: readonly [SittingBot, ...SittingBot[]];
  readonly bots: readonly Bot[];
}

/** Questions of other lessons that the author's habits are learned from: enough for a dozen weights, and soon fitted. */
const mostToLearnFrom = 400;
/**
 * A bot that is right in less of the pool than this is not simulated: even with items that cannot be guessed, somebody who
 * knows 40 % is called strong in less than one of a hundred tests that are continued.
 */
export const leastToSit = 0.4;
const mostToSit = 4;
/** The level at which a bot is above chance in the questions of one kind, to be followed there. */
const mixedLevel = 0.01;

/** Lets every bot answer a lesson. `others`: the author's other lessons, the nearest first; habits are learned from these alone. */
export function panelOf(lesson: Lesson, others: readonly Lesson[]): Panel {
  const scopes = scopesOf(lesson);
  const own = new Set(scopes.flatMap(({ questions }) => questions.map(wording)));
  const learned = trainingLessons(lesson, others)
    .flatMap(singleChoices)
    .filter((question) => !own.has(wording(question)))
    .slice(0, mostToLearnFrom);
  const bots = botsOf(learned, partsOf(scopes));
  const everything = { name: '', questions: scopes.flatMap(({ questions }) => questions) };
  const results = runBots(scopes.length > 1 ? [everything, ...scopes] : scopes, bots);
  const pool = scopes.find(({ name }) => name === testScope)?.questions ?? [];
  return { results, bots, sitting: sittingOf(pool, bots) };
}

/** What a question says. The same one in another lesson, as in a copy of the lesson, gives its answer and shows no habit. */
const wording = ({ stem, options }: BlindQuestion): string =>
  JSON.stringify([stem, ...options.map(({ text }) => text).toSorted()]);

/** The activities of a lesson and two halves of its pool. */
function partsOf(scopes: readonly Scope[]): Map<string, BlindQuestion[]> {
  const half = (questions: readonly BlindQuestion[], rest: number) =>
    questions.filter((_, at) => at % 2 === rest);
  return new Map(
    scopes.flatMap(({ name, questions }) =>
      name === testScope
        ? [0, 1].map((rest) => [`${name} ${rest}`, half(questions, rest)] as const)
        : [[name, [...questions]] as const],
    ),
  );
}

/** The lessons beside one, the next in order first; the first follows the last. */
export function othersOf(lesson: Lesson, lessons: readonly Lesson[]): Lesson[] {
  const at = lessons.indexOf(lesson);
  return [...lessons.slice(at + 1), ...lessons.slice(0, at)];
}

/** The first of these lessons whose questions suffice to learn an author's habits. */
export function trainingLessons(
  { id }: Lesson,
  others: readonly Lesson[],
  countOf: (lesson: Lesson) => number = choiceCount,
): Lesson[] {
  let questions = 0;
  return others.filter((other) => {
    if (other.id === id || questions >= mostToLearnFrom) return false;
    questions += countOf(other);
    return true;
  });
}

/** How many questions of a lesson an author's habits are learned from, counted without reading its texts. */
export const choiceCount = ({ activities, pool, secrets }: Lesson): number =>
  [...activities.flatMap(({ items }) => items), ...pool].filter((item) => {
    const secret = secrets.get(item.id)?.open();
    return secret && itemType(item.type).singleChoice?.(item.body, secret.key);
  }).length;

const singleChoices = (lesson: Lesson): BlindQuestion[] =>
  scopesOf(lesson).flatMap(({ questions }) => questions.filter(isSingleChoice));

/** The scopes of lessons that were asked for before; a lesson is a value that does not change. */
const known = new WeakMap<Lesson, Scope[]>();

/** The activities with questions, and the pool. */
function scopesOf(lesson: Lesson): Scope[] {
  const before = known.get(lesson);
  if (before) return before;
  const words = wordModel(lesson.activities.map(({ body }) => plainText(body)).join('\n'));
  const scopes = [...lesson.activities, { slug: testScope, items: lesson.pool }].map(({ slug, items }) => ({
    name: slug,
    questions: items.flatMap((item) => {
      const secret = lesson.secrets.get(item.id)?.open();
      return secret ? [blindQuestion(item, secret, words)] : [];
    }),
  }));
  const asking = scopes.filter(({ questions }) => questions.length > 0);
  known.set(lesson, asking);
  return asking;
}

function sittingOf(pool: readonly BlindQuestion[], bots: readonly Bot[]): Panel['sitting'] {
  const sitting = bots.filter(({ sitsTests }) => sitsTests).map((bot) => answersOf(bot, pool));
  const mixed = bestOfKinds(
    pool,
    bots.filter(({ sitsTests }) => sitsTests),
  );
  const learners = [...sitting, ...mixed]
    .map(({ right, ...bot }): SittingBot => {
      const expected = pool.reduce((sum, { id, chance }) => sum + (right.get(id) ?? chance), 0);
      return { ...bot, right, share: expected / Math.max(1, pool.length) };
    })
    .toSorted((a, b) => b.share - a.share);
  const chance = pool.reduce((sum, question) => sum + question.chance, 0) / Math.max(1, pool.length);
  const [best = { ...randomGuesser, cure: '', share: chance }, ...rest] = learners.filter(
    ({ share }) => share > chance,
  );
  return [best, ...rest.filter(({ share }) => share >= leastToSit).slice(0, mostToSit - 1)];
}

function answersOf(bot: Bot, questions: readonly BlindQuestion[]): Omit<SittingBot, 'share'> {
  const right = new Map(
    questions.flatMap((question) => {
      const guess = bot.guess(question);
      return guess ? [[question.id, guess.credit] as const] : [];
    }),
  );
  return { bot: bot.name, cure: bot.cure, right };
}

/** Somebody who follows another rule for each kind of question: the best, if it is right more often than by chance. */
function bestOfKinds(pool: readonly BlindQuestion[], bots: readonly Bot[]): Omit<SittingBot, 'share'>[] {
  const kinds = [...new Set(pool.map(({ kind }) => kind))];
  const best = kinds.flatMap((kind) => {
    const asked = pool.filter((question) => question.kind === kind);
    const [bot] = bots
      .map((one) => ({ one, p: upperTail(asked.flatMap((question) => one.guess(question) ?? [])) }))
      .filter(({ p }) => p <= mixedLevel)
      .toSorted((a, b) => a.p - b.p);
    return bot ? [{ kind, ...answersOf(bot.one, asked) }] : [];
  });
  if (best.length < 2) return [];
  return [
    {
      bot: best.map(({ bot, kind }) => `${bot} (${kind})`).join(', '),
      cure: [...new Set(best.map(({ cure }) => cure))].join(' '),
      right: new Map(best.flatMap(({ right }) => [...right])),
    },
  ];
}
