import type { Level } from '#lib/item/registry.ts';
import type { Belief } from './belief.ts';

/** From this many answers on an item is calibrated: the standard error of its difficulty is about half a logit. */
export const calibratedFrom = 20;

/** An item of a pool as the test sees it. */
export interface PoolItem {
  readonly id: string;
  readonly level: Level;
  readonly objective: string | null;
  /** Chance of a lucky guess, 0..1. */
  readonly guess: number;
  /** Logits; 0 is an item that somebody of ability 0 knows with chance one half. */
  readonly difficulty: Belief;
  /** How steeply knowing it rises with ability; 1 until 400 answers support another value. */
  readonly slope: number;
  /** Answers that the difficulty rests on. */
  readonly answers: number;
}

export function isCalibrated({ answers }: Pick<PoolItem, 'answers'>): boolean {
  return answers >= calibratedFrom;
}

/** Half the way between easy and hard, in logits. */
const levelStep = 0.33;

/**
 * What an author's label says of a difficulty before anybody answered. Labels correlate with measured difficulty by
 * about .25 (Spearman .22 over 205 items of a real course, 39 % of the pairs the wrong way round). With a standard
 * deviation of 1.22 logits and three labels of equal size, whose normal scores are -1.09, 0 and 1.09, a label shifts
 * the mean by .25 x 1.22 x 1.09 = .33, and takes 6 % off the variance of 1.5.
 */
export function priorDifficulty(level: Level): Belief {
  const mean: Record<Level, number> = { easy: -levelStep, medium: 0, hard: levelStep };
  return { mean: mean[level], variance: 1.4 };
}
