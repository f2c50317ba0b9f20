import { plainTextOf } from './markdown/nodes.ts';
import type { Markdown, Option, Task, TypedAnswer } from './question.ts';

/** An answer as GIFT and Moodle weigh it: what choosing it earns, in per cent, may be negative. */
export interface WeightedAnswer {
  readonly label: Markdown;
  readonly weight: number;
  readonly feedback: Markdown;
}

export interface Weighed<T> {
  readonly task: T;
  readonly changes: readonly string[];
}

type Choice = Extract<Task, { kind: 'choice' }>;

/** One right answer: the best one counts, and partial credit for another one is lost. */
export function oneChoice(answers: readonly WeightedAnswer[]): Weighed<Choice> {
  const best = answers.reduce((most, { weight }) => Math.max(most, weight), Number.NEGATIVE_INFINITY);
  if (answers.filter(({ weight }) => weight > 0 && weight === best).length > 1) {
    const { task } = severalChoices(
      answers.map((one) => (one.weight === best ? one : { ...one, weight: 0 })),
    );
    return { task, changes: ['Any one of the right answers was enough; all of them are to be chosen now.'] };
  }
  const right = answers.filter(({ weight }) => weight > 0 && weight === best).slice(0, 1);
  const options = answers.map((answer) => optionOf(answer, right.includes(answer)));
  const partly = answers.filter((answer) => answer.weight > 0 && !right.includes(answer));
  const below = answers.filter(({ weight }) => weight < 0);
  return {
    task: { kind: 'choice', many: false, scoring: 'cancel', options },
    changes: [
      ...(right[0] && right[0].weight < 100
        ? [`The best answer earned ${right[0].weight} %; it earns all now.`]
        : []),
      ...partly.map(({ label, weight }) => `${quoted(label)} earned ${weight} %; it counts as wrong now.`),
      ...(below.length > 0 ? ['Wrong answers earned less than nothing; they earn nothing now.'] : []),
    ],
  };
}

/** Several right answers. Each wrong pick cancels a right one, whatever the weights said; the changes name differences. */
export function severalChoices(answers: readonly WeightedAnswer[]): Weighed<Choice> {
  const right = answers.filter(({ weight }) => weight > 0);
  const wrong = answers.filter(({ weight }) => weight <= 0);
  return {
    task: {
      kind: 'choice',
      many: true,
      scoring: 'cancel',
      options: answers.map((answer) => optionOf(answer, answer.weight > 0)),
    },
    changes: [...rightChanges(right), ...wrongChanges(right.length, wrong)],
  };
}

function rightChanges(right: readonly WeightedAnswer[]): string[] {
  const weights = [...new Set(right.map(({ weight }) => weight))];
  if (weights.length > 1) return [`The right answers earned ${listed(weights)}; each earns the same now.`];
  const sum = right.reduce((all, { weight }) => all + weight, 0);
  return right.length > 0 && Math.abs(sum - 100) > 1
    ? [
        `The right answers earned ${listed(weights)} each, ${round(sum)} % in all; together they earn 100 % now.`,
      ]
    : [];
}

/** Exactly as much off for a wrong pick as a right one earns is our rule too. */
function wrongChanges(right: number, wrong: readonly WeightedAnswer[]): string[] {
  if (right === 0 || wrong.length === 0) return [];
  const share = 100 / right;
  const isOurs = wrong.every(({ weight }) => Math.abs(weight + share) <= 1);
  if (isOurs) return [];
  const weights = [...new Set(wrong.map(({ weight }) => weight))];
  return [
    weights.every((weight) => weight === 0)
      ? 'Wrong picks cost nothing; each cancels a right one now.'
      : `Wrong picks earned ${listed(weights)}; each cancels a right one now.`,
  ];
}

function optionOf({ label, feedback }: WeightedAnswer, right: boolean): Option {
  return { label, right, feedback };
}

/** Typed answers: only those that earn everything are right. */
export function typedAnswers(answers: readonly WeightedAnswer[]): Weighed<TypedAnswer[]> {
  const best = Math.max(0, ...answers.map(({ weight }) => weight));
  const partly = answers.filter(({ weight }) => weight > 0 && weight < best);
  return {
    task: answers.map(({ label, weight, feedback }) => ({
      text: plainTextOf(label),
      right: weight > 0 && weight === best,
      feedback,
    })),
    changes: partly.map(
      ({ label, weight }) => `${quoted(label)} earned ${weight} %; it counts as wrong now.`,
    ),
  };
}

/** A text in a message: its beginning, in quotes. */
export function quoted(label: Markdown): string {
  const words = plainTextOf(label);
  return `«${words.length > 40 ? `${words.slice(0, 39)}…` : words}»`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
const listed = (weights: readonly number[]): string => `${weights.map(round).join(', ')} %`;
