import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import type { Level } from '#lib/item/registry.ts';
import { draws } from '#lib/statistics/draws.ts';
import { type AnsweredItem, type CountedAnswer, inTables } from './answered-lesson.ts';
import type { SuggestedEdit } from './suggestion.ts';
import { suggestions } from './suggestions.ts';

/** What is true of a simulated question. Its right option is A; its author says `key`. */
interface Truth {
  readonly level: Level;
  /** The ability, in standard deviations, at which half know it: half of all learners do at 0. */
  readonly difficulty: number;
  /** How attractive A, B, C and D are for who does not know it. */
  readonly attraction: readonly [number, number, number, number];
  readonly key: 'A' | 'B';
  /** The share of right answers in the last tenth of the clock. */
  readonly late: number;
  /** The share of those who would have to guess whom the hint tells the answer. */
  readonly hint: number;
  /** Whom it does not tell is right after it with this probability: one of three options is left. */
  readonly blind: number;
}

const inOrder: Truth = {
  ...{ level: 'medium', difficulty: 0, key: 'A', late: 0.04, hint: 0.4, blind: 1 / 3 },
  attraction: [0.25, 0.25, 0.25, 0.25],
};

/** The worst question that is still in order: every figure is at the limit. */
const atTheLimit: Truth = { ...inOrder, attraction: [0.25, 0.35, 0.3, 0.1], late: 0.1, hint: 0.15 };

const optionIds = ['A', 'B', 'C', 'D'] as const;

/** The answers of `people` simulated learners to such questions. */
function answered(seed: string, truths: readonly Truth[], people: number) {
  const random = draws(chance(seed));
  const abilities = Array.from({ length: people }, () => random.normal());
  return inTables(
    truths.map((truth, at): AnsweredItem => {
      const answer = (person: number, option: string, hintsOpened: number): CountedAnswer => ({
        ...{ userId: `${person}`, itemId: `${at}`, itemVersion: '1', sittingId: `${person}` },
        answer: { options: [option] },
        verdict: option === truth.key ? 'right' : 'wrong',
        score: option === truth.key ? 1 : 0,
        ...{ guess: 1 / 4, hintsOpened },
        durationMs: random.happens(truth.late) ? 110_000 : 40_000,
      });
      const firstAnswers = abilities.map((ability, person) => {
        const known = random.happens(1 / (1 + Math.exp(1.3 * (truth.difficulty - ability))));
        return answer(person, known ? 'A' : (optionIds[random.index(truth.attraction)] ?? 'D'), 0);
      });
      const wrong = firstAnswers.filter(({ verdict }) => verdict === 'wrong').slice(0, people / 4);
      return {
        ...{ itemId: `${at}`, level: truth.level, timeMs: 120_000, firstAnswers },
        options: { ids: optionIds, right: truth.key },
        afterHint: wrong.map(({ userId }) => {
          const helped = random.happens(truth.hint) || random.happens(truth.blind);
          return answer(Number(userId), helped ? truth.key : 'D', 1);
        }),
      };
    }),
  );
}

/** A lesson of twelve questions in order, of all levels. */
const honestLesson = (base: Truth): Truth[] =>
  Array.from({ length: 12 }, (_, at) => {
    const levels = [
      { level: 'easy', difficulty: base === atTheLimit ? 0 : -1 },
      { level: 'medium', difficulty: 0 },
      { level: 'hard', difficulty: base === atTheLimit ? 0 : 1 },
    ] as const;
    return { ...base, ...levels[at % 3] };
  });

const lessons = 60;

test.each([
  { name: 'in order', base: inOrder, people: 60 },
  { name: 'in order', base: inOrder, people: 300 },
  { name: 'at the limit of order', base: atTheLimit, people: 60 },
  { name: 'at the limit of order', base: atTheLimit, people: 300 },
])(
  'of lessons $name, with $people people, one in twenty gets a suggestion at most',
  ({ name, base, people }) => {
    const disturbed = Array.from({ length: lessons }, (_, lesson) =>
      suggestions(answered(`${name}/${people}/${lesson}`, honestLesson(base), people)),
    ).filter((found) => found.length > 0).length;
    // Three standard errors of a share of .05 in so many lessons.
    expect(disturbed / lessons).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / lessons));
  },
);

test.each<{ kind: SuggestedEdit['kind']; fault: Partial<Truth>; says: object }>([
  {
    kind: 'dead-distractor',
    fault: { attraction: [0.25, 0.4, 0.35, 0] },
    says: { option: 'D', figure: { value: 0, n: 300 } },
  },
  { kind: 'suspected-key', fault: { key: 'B' }, says: { option: 'A' } },
  { kind: 'wrong-level', fault: { level: 'easy', difficulty: 1.5 }, says: { from: 'easy' } },
  { kind: 'wrong-level', fault: { level: 'hard', difficulty: -1.5 }, says: { from: 'hard', to: 'easy' } },
  { kind: 'short-clock', fault: { late: 0.35 }, says: { fromMs: 120_000, toMs: 135_000 } },
  { kind: 'hint-without-help', fault: { hint: 0, blind: 0.1, difficulty: 1 }, says: { guessed: 1 / 3 } },
])('$kind is found two times in three with 300 people: $fault', ({ kind, fault, says }) => {
  const truths = honestLesson(inOrder).map((truth, at) => (at === 4 ? { ...truth, ...fault } : truth));
  const runs = Array.from({ length: 15 }, (_, run) =>
    suggestions(answered(`${kind}/${run}`, truths, 300)).filter((one) => one.itemId === '4'),
  );
  const found = runs.flatMap((one) => one.filter((suggestion) => suggestion.kind === kind));
  expect(found.length).toBeGreaterThanOrEqual(10);
  expect(found[0]).toMatchObject(says);
});

test('a few answers suggest nothing, whatever they are', () => {
  const faulty: Truth = { ...inOrder, key: 'B', level: 'easy', difficulty: 3, late: 1, hint: 0 };
  expect(suggestions(answered('few', honestLesson(inOrder).fill(faulty), 19))).toEqual([]);
});
