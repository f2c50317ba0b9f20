import {
  chanceKnown,
  normalPrior,
  probabilityAbove,
  responseCurve,
  updatePosterior,
} from './ability-posterior.ts';
import { type Belief, withGuess } from './belief.ts';
import { type Outcome, outcomeOf } from './verdict.ts';

/** The inputs of a verdict, stored with it so that it can be computed again. */
export interface VerdictReceipt {
  /** The share of the pool that had to be known, and the confidence required. */
  readonly cut: number;
  readonly sureness: number;
  /** The same cut as an ability, in logits. */
  readonly cutAbility: number;
  /** The belief about the ability before the first answer. */
  readonly prior: Belief;
  /** In the order asked, starting with those of the test that this one continues. */
  readonly answers: readonly AnswerEvidence[];
}

export interface AnswerEvidence {
  readonly itemId: string;
  readonly correct: boolean;
  readonly guess: number;
  readonly difficulty: Belief;
  readonly slope: number;
  readonly objective: string | null;
  /** Whether the difficulty was estimated from enough answers. */
  readonly calibrated: boolean;
}

/** How many questions about an objective a test asked, and how many of the answers were right. */
export interface ObjectiveTally {
  readonly asked: number;
  readonly right: number;
}

/** The tally of each objective that was asked about, by its id. */
export function objectiveTallies({ answers }: Pick<VerdictReceipt, 'answers'>): Map<string, ObjectiveTally> {
  const tallies = new Map<string, ObjectiveTally>();
  for (const { objective, correct } of answers) {
    if (objective === null) continue;
    const { asked, right } = tallies.get(objective) ?? { asked: 0, right: 0 };
    tallies.set(objective, { asked: asked + 1, right: right + (correct ? 1 : 0) });
  }
  return tallies;
}

/** Objectives whose number of right answers is more than half an answer below the expectation at the cut. */
export function weakObjectives({ answers, cutAbility }: VerdictReceipt): string[] {
  const missing = new Map<string, number>();
  for (const { objective, correct, ...item } of answers) {
    if (objective === null) continue;
    const expected = withGuess(chanceKnown(cutAbility, item), item.guess);
    missing.set(objective, (missing.get(objective) ?? 0) + expected - (correct ? 1 : 0));
  }
  return [...missing].flatMap(([objective, short]) => (short > 0.5 ? [objective] : []));
}

/** The outcome of the same test if some of its answers counted otherwise: whether they are right, by the id of the item. */
export function outcomeIf(
  { prior, answers, cutAbility, sureness }: VerdictReceipt,
  counted: ReadonlyMap<string, boolean>,
): Outcome {
  const posterior = answers.reduce(
    (before, answer) =>
      updatePosterior(before, responseCurve(answer), counted.get(answer.itemId) ?? answer.correct),
    normalPrior(prior),
  );
  return outcomeOf(probabilityAbove(posterior, cutAbility), sureness);
}
