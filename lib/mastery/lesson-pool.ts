import type { Lesson } from '#lib/lesson/lesson.ts';
import type { ItemDifficulty } from './answer-beliefs.ts';
import { guessChance } from './guess-chance.ts';
import { type PoolItem, priorDifficulty } from './item-knowledge.ts';

/**
 * The updates underestimate the error of a difficulty: in simulated banks of questions with four options it was .32 logits
 * after 400 answers where they stated .17. A test therefore assumes a standard error of at least a quarter of a logit.
 */
const leastVariance = 0.06;

/**
 * The items of a lesson's pool with the parameters that a test uses. `known`: difficulties estimated from answers; the others
 * are estimated from the author's label. All difficulties are relative to the lesson's mean.
 */
export function lessonPool(
  { pool, secrets }: Pick<Lesson, 'pool' | 'secrets'>,
  known: ReadonlyMap<string, ItemDifficulty> = new Map(),
): PoolItem[] {
  return pool.flatMap((item): PoolItem[] => {
    const secret = secrets.get(item.id)?.open();
    if (!secret) return [];
    const { id, level, objective, apart } = item;
    const { answers, mean, variance } = known.get(id) ?? { ...priorDifficulty(level), answers: 0 };
    const guess = guessChance(item, secret.key);
    const difficulty = { mean, variance: Math.max(variance, leastVariance) };
    return [
      {
        id,
        level,
        objective,
        ...(apart === undefined ? {} : { apart }),
        guess,
        slope: 1,
        difficulty,
        answers,
      },
    ];
  });
}
