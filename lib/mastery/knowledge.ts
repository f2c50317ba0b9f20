import { type Belief, expectedLogistic, withGuess } from './belief.ts';
import { type Evidence, slopeAt } from './evidence.ts';

/** All that is believed about one answer before it is given: who answers what. */
export interface Beliefs {
  /** The person, over everything. */
  readonly ability: Belief;
  /** How much better or worse the person is in this concept. */
  readonly offset: Belief;
  /** What having answered this very item before adds; `never` the first time. */
  readonly repeat: Belief;
  /** Mean difficulty of the concept's items. */
  readonly concept: Belief;
  /** How much harder than its concept the item is. */
  readonly item: Belief;
}

/** What is held before any answer, and how quickly people may change. */
export interface KnowledgeModel {
  readonly ability: Belief;
  readonly offset: Belief;
  readonly concept: Belief;
  /** For an item without a level; `priorDifficulty` has those with one. */
  readonly item: Belief;
  readonly repeatRight: Belief;
  readonly repeatWrong: Belief;
  /** Variance that each answer adds, since people change. */
  readonly abilityNoise: number;
  readonly offsetNoise: number;
  /** What practising a concept once adds to the offset. */
  readonly drift: number;
}

/** The defaults that did well on eight public data sets without tuning. */
export const knowledgeModel: KnowledgeModel = {
  ability: { mean: 0, variance: 1 },
  offset: { mean: 0, variance: 0.2 },
  concept: { mean: 0, variance: 1 },
  item: { mean: 0, variance: 1.5 },
  repeatRight: { mean: 0, variance: 1 },
  repeatWrong: { mean: 0, variance: 1 },
  abilityNoise: 0.002,
  offsetNoise: 0.005,
  drift: 0.01,
};

/** An item that was never answered before by this person: nothing to add, and nothing to learn about it. */
export const zeroBelief: Belief = { mean: 0, variance: 0 };

/** The logit of knowing the answer. */
export function advantage({ ability, offset, repeat, concept, item }: Beliefs): Belief {
  return {
    mean: ability.mean + offset.mean + repeat.mean - concept.mean - item.mean,
    variance: ability.variance + offset.variance + repeat.variance + concept.variance + item.variance,
  };
}

/** Chance that the next answer is right, with all that is in doubt averaged over. */
export function chanceRight(beliefs: Beliefs, guess: number): number {
  return withGuess(expectedLogistic(advantage(beliefs)), guess);
}

/**
 * What is believed after an answer: two-level Bayesian Elo. With x the logit, S the sum of all variances, g and w the
 * gradient and information of the answer at the mean of x, a belief of variance v moves by v g / (1 + w S), against the
 * direction for the two difficulties, and its variance falls by v² w / (1 + w S): one step of Fisher scoring from the
 * prior. Afterwards ability and offset gain the model's noise (never beyond the prior's doubt) and the offset its drift.
 * A belief without variance stays as it is. `frozen` leaves the two difficulties as they are.
 */
export function learn(
  beliefs: Beliefs,
  evidence: Evidence,
  model: KnowledgeModel,
  difficulties: 'learned' | 'frozen' = 'learned',
): Beliefs {
  const { mean, variance } = advantage(beliefs);
  const { gradient, information } = slopeAt(mean, evidence);
  const step = gradient / (1 + information * variance);
  const shrink = information / (1 + information * variance);
  const ability = moved(beliefs.ability, step, shrink);
  const offset = moved(beliefs.offset, step, shrink);
  const isFrozen = difficulties === 'frozen';
  return {
    ability: { mean: ability.mean, variance: doubt(ability, model.abilityNoise, model.ability) },
    offset: {
      mean: offset.mean + model.drift,
      variance: doubt(offset, model.offsetNoise, model.offset),
    },
    repeat: isFrozen ? beliefs.repeat : moved(beliefs.repeat, step, shrink),
    concept: isFrozen ? beliefs.concept : moved(beliefs.concept, -step, shrink),
    item: isFrozen ? beliefs.item : moved(beliefs.item, -step, shrink),
  };
}

function moved({ mean, variance }: Belief, step: number, shrink: number): Belief {
  return { mean: mean + variance * step, variance: variance * (1 - variance * shrink) };
}

function doubt({ variance }: Belief, noise: number, prior: Belief): number {
  return Math.max(variance, Math.min(prior.variance, variance + noise));
}
