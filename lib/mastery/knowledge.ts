import { type Belief, expectedLogistic, withGuess } from './belief.ts';
import { type Evidence, slopeAt } from './evidence.ts';

/** The beliefs that the outcome of one answer depends on, in logits. */
export interface Beliefs {
  /** The learner's general ability. */
  readonly ability: Belief;
  /** How much the learner's ability in this concept differs from it. */
  readonly offset: Belief;
  /** The effect of having answered the same item before; `zeroBelief` the first time. */
  readonly repeat: Belief;
  /** Mean difficulty of the concept's items. */
  readonly concept: Belief;
  /** How much harder than its concept the item is. */
  readonly item: Belief;
}

/** The priors, and how quickly learners change. */
export interface KnowledgeModel {
  readonly ability: Belief;
  readonly offset: Belief;
  readonly concept: Belief;
  /** For an item without a level; see `priorDifficulty` for items with one. */
  readonly item: Belief;
  readonly repeatRight: Belief;
  readonly repeatWrong: Belief;
  /** Variance that each answer adds, since learners change. */
  readonly abilityNoise: number;
  readonly offsetNoise: number;
  /** What each answer in a concept adds to the offset. */
  readonly drift: number;
}

/** Defaults that did well on eight public data sets without tuning. */
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

/** A quantity that is known to be 0: it has no effect and is never updated. */
export const zeroBelief: Belief = { mean: 0, variance: 0 };

/** The belief about the logit of knowing the answer. */
export function advantage({ ability, offset, repeat, concept, item }: Beliefs): Belief {
  return {
    mean: ability.mean + offset.mean + repeat.mean - concept.mean - item.mean,
    variance: ability.variance + offset.variance + repeat.variance + concept.variance + item.variance,
  };
}

/** Probability that the next answer is right, averaged over the uncertainty of the beliefs. */
export function chanceRight(beliefs: Beliefs, guess: number): number {
  return withGuess(expectedLogistic(advantage(beliefs)), guess);
}

/**
 * The beliefs after an answer, by two-level Bayesian Elo. With x the logit, S the sum of all variances, g and w the
 * gradient and information of the answer at the mean of x, the mean of a belief of variance v moves by v g / (1 + w S) (by
 * the negative of it for the two difficulties), and its variance falls by v² w / (1 + w S): one step of Fisher scoring from the
 * prior. Then the variances of ability and offset grow by the model's noise, up to those of the prior, and the offset
 * by its drift. A belief without variance stays unchanged. `frozen` leaves the two difficulties unchanged.
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
    ability: { mean: ability.mean, variance: withNoise(ability, model.abilityNoise, model.ability) },
    offset: {
      mean: offset.mean + model.drift,
      variance: withNoise(offset, model.offsetNoise, model.offset),
    },
    repeat: isFrozen ? beliefs.repeat : moved(beliefs.repeat, step, shrink),
    concept: isFrozen ? beliefs.concept : moved(beliefs.concept, -step, shrink),
    item: isFrozen ? beliefs.item : moved(beliefs.item, -step, shrink),
  };
}

function moved({ mean, variance }: Belief, step: number, shrink: number): Belief {
  return { mean: mean + variance * step, variance: variance * (1 - variance * shrink) };
}

function withNoise({ variance }: Belief, noise: number, prior: Belief): number {
  return Math.max(variance, Math.min(prior.variance, variance + noise));
}
