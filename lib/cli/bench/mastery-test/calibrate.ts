import type { Chance } from '#lib/chance/chance.ts';
import type { Belief } from '#lib/mastery/belief.ts';
import { type PoolItem, priorDifficulty } from '#lib/mastery/item-knowledge.ts';
import { knowledgeModel, learn, zeroBelief } from '#lib/mastery/knowledge.ts';
import { drawTest, emptyHistory } from '#lib/sitting/draw.ts';
import type { Draws } from '#lib/statistics/draws.ts';
import { type TrueItem, trueChance } from './simulated-bank.ts';

/**
 * Item beliefs as the product would form them: simulated people from N(0, 1) take fixed tests of ten until each item has
 * `answers` answers on average, and every answer updates the beliefs as it does in a school.
 */
export function calibrated(
  items: readonly TrueItem[],
  answers: number,
  chance: Chance,
  random: Draws,
): PoolItem[] {
  const beliefs = new Map<string, Belief>(items.map(({ id, level }) => [id, priorDifficulty(level)]));
  const counts = new Map<string, number>();
  const drawable = items.map((item) => ({ ...item, objective: null }));
  let { concept } = knowledgeModel;
  for (let person = 0; person < (items.length * answers) / 10; person++) {
    const truth = random.normal();
    let { ability, offset } = knowledgeModel;
    for (const item of drawTest(drawable, emptyHistory, chance)) {
      const current = {
        ability,
        offset,
        repeat: zeroBelief,
        concept,
        item: beliefs.get(item.id) ?? zeroBelief,
      };
      const correct = random.happens(trueChance(item, truth));
      const updated = learn(current, { correct, guess: item.guess, weight: 1 }, knowledgeModel);
      ({ ability, offset, concept } = updated);
      beliefs.set(item.id, updated.item);
      counts.set(item.id, (counts.get(item.id) ?? 0) + 1);
    }
  }
  return items.map((item) => {
    const own = beliefs.get(item.id) ?? zeroBelief;
    return {
      ...item,
      objective: null,
      difficulty: { mean: concept.mean + own.mean, variance: concept.variance + own.variance },
      slope: 1,
      answers: counts.get(item.id) ?? 0,
    };
  });
}
