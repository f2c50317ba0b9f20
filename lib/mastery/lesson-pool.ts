import type { Lesson } from '#lib/lesson/lesson.ts';
import type { ItemDifficulty } from './answer-beliefs.ts';
import { guessChance } from './guess-chance.ts';
import { type PoolItem, priorDifficulty } from './item-knowledge.ts';

/**
 * Beliefs that follow every answer grow surer of a difficulty than they should: over simulated banks of questions with
 * four options their error after 400 answers was .32 logits where they stated .17. A test doubts a difficulty by at
 * least a quarter of a logit.
 */
const leastVariance = 0.06;

/**
 * A lesson's pool as a test sees it. `known` holds the difficulties estimated from answers; the others are
 * estimated from the author's label. All difficulties are relative to the lesson, which is all that a test of it needs.
 */
export function lessonPool(
  { pool, secrets }: Pick<Lesson, 'pool' | 'secrets'>,
  known: ReadonlyMap<string, ItemDifficulty> = new Map(),
): PoolItem[] {
  return pool.flatMap((item): PoolItem[] => {
    const secret = secrets.get(item.id)?.open();
    if (!secret) return [];
    const { id, level, objective } = item;
    const { answers, mean, variance } = known.get(id) ?? { ...priorDifficulty(level), answers: 0 };
    const guess = guessChance(item, secret.key);
    const difficulty = { mean, variance: Math.max(variance, leastVariance) };
    return [{ id, level, objective, guess, slope: 1, difficulty, answers }];
  });
}
