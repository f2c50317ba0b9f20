import type { Level } from '#lib/item/registry.ts';
import type { Belief } from './belief.ts';

/** Answers that calibrate an item: the standard error of its difficulty is then about half a logit. */
export const calibratedFrom = 20;

/** An item of a pool with the parameters that a test uses. */
export interface PoolItem {
  readonly id: string;
  readonly level: Level;
  readonly objective: string | null;
  /** No test has two items of one such group. */
  readonly apart?: string;
  /** Probability of a lucky guess, 0..1. */
  readonly guess: number;
  /** In logits. A learner of ability 0 knows an item of difficulty 0 with probability one half. */
  readonly difficulty: Belief;
  /** Discrimination: how steeply the probability of knowing it rises with ability. */
  readonly slope: number;
  /** Answers that the difficulty is estimated from. */
  readonly answers: number;
}

export function isCalibrated({ answers }: Pick<PoolItem, 'answers'>): boolean {
  return answers >= calibratedFrom;
}

/** Half the distance between easy and hard, in logits. */
const levelStep = 0.33;

/**
 * The difficulty that an author's label suggests before any answer. Labels correlate with measured difficulty by
 * about .25 (Spearman .22 over 205 items of a real course, 39 % of the pairs in the wrong order). With a standard
 * deviation of 1.22 logits and three labels of equal size, whose normal scores are -1.09, 0 and 1.09, a label shifts
 * the mean by .25 x 1.22 x 1.09 = .33, and reduces the variance of 1.5 by 6 %.
 */
export function priorDifficulty(level: Level): Belief {
  const mean: Record<Level, number> = { easy: -levelStep, medium: 0, hard: levelStep };
  return { mean: mean[level], variance: 1.4 };
}
