import { chanceKnown } from './ability-posterior.ts';
import type { PoolItem } from './item-knowledge.ts';

type Reference = readonly Pick<PoolItem, 'difficulty' | 'slope'>[];

/** The share of a reference set that a learner of this ability knows, that is, would answer right without guessing. */
export function shareKnown(reference: Reference, ability: number): number {
  return reference.reduce((sum, item) => sum + chanceKnown(ability, item), 0) / Math.max(1, reference.length);
}

/** The ability at which this share of the reference set is known: the inverse of `shareKnown` within -6..6, by bisection. */
export function abilityAt(reference: Reference, share: number): number {
  let [low, high] = [-6, 6];
  for (let halving = 0; halving < 40; halving++) {
    const middle = (low + high) / 2;
    if (shareKnown(reference, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
