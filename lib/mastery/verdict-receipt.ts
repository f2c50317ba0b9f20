import { chanceKnown } from './ability-posterior.ts';
import { type Belief, withGuess } from './belief.ts';

/** Everything a verdict was worked out from: with it the same verdict can be worked out again at any time. */
export interface VerdictReceipt {
  /** Share of the pool that had to be known, and how sure one had to be. */
  readonly cut: number;
  readonly sureness: number;
  /** The same cut as an ability, in logits. */
  readonly cutAbility: number;
  /** What was held of the ability before the first answer. */
  readonly prior: Belief;
  /** In the order asked; those of the test that this one continues come first. */
  readonly answers: readonly AnswerEvidence[];
}

export interface AnswerEvidence {
  readonly itemId: string;
  readonly correct: boolean;
  readonly guess: number;
  readonly difficulty: Belief;
  readonly slope: number;
  readonly objective: string | null;
  /** The difficulty rested on enough answers. */
  readonly calibrated: boolean;
}

/** Objectives in which at least half an answer is missing to what somebody at the cut would give. */
export function weakObjectives({ answers, cutAbility }: VerdictReceipt): string[] {
  const missing = new Map<string, number>();
  for (const { objective, correct, ...item } of answers) {
    if (objective === null) continue;
    const expected = withGuess(chanceKnown(cutAbility, item), item.guess);
    missing.set(objective, (missing.get(objective) ?? 0) + expected - (correct ? 1 : 0));
  }
  return [...missing].flatMap(([objective, short]) => (short > 0.5 ? [objective] : []));
}
