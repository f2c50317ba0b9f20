import type { Level } from '#lib/item/registry.ts';
import type { Belief } from './belief.ts';
import { evidenceWeight } from './evidence.ts';
import { priorDifficulty } from './item-knowledge.ts';
import { knowledgeModel, learn, zeroBelief } from './knowledge.ts';

/** The parts of a graded answer that beliefs depend on. */
export interface BeliefEntry {
  readonly correct: boolean;
  /** Probability of a lucky guess, 0..1. */
  readonly guess: number;
  readonly level: Level;
  readonly hints: number;
  readonly overTime: boolean;
  /** Earlier answers of the same learner to the item. */
  readonly tries: number;
  readonly receivedAt: Date;
}

export interface ItemDifficulty extends Belief {
  /** Number of learners whose first answers it is estimated from. */
  readonly answers: number;
}

/** How much a learner's ability in a lesson differs from their general ability, in logits. */
export interface LessonOffset extends Belief {
  /** Graded answers that it is estimated from, and when the last one was given. */
  readonly answers: number;
  readonly lastAt: Date;
}

/** The stored beliefs about a learner, a lesson and an item before an answer. Undefined means the default of the model. */
export interface StoredBeliefs {
  readonly ability: Belief | undefined;
  readonly offset: LessonOffset | undefined;
  readonly concept: Belief | undefined;
  readonly item: ItemDifficulty | undefined;
}

export type UpdatedBeliefs = { readonly [Part in keyof StoredBeliefs]: NonNullable<StoredBeliefs[Part]> };

/**
 * The beliefs after an answer, used by grading and by a replay of the ledger. Only a learner's first answer updates the
 * difficulties: later answers follow the feedback.
 */
export function nextBeliefs(stored: StoredBeliefs, entry: BeliefEntry): UpdatedBeliefs {
  const item = stored.item ?? { ...priorDifficulty(entry.level), answers: 0 };
  const isFirst = entry.tries === 0;
  const after = learn(
    {
      ability: stored.ability ?? knowledgeModel.ability,
      offset: stored.offset ?? knowledgeModel.offset,
      concept: stored.concept ?? knowledgeModel.concept,
      repeat: zeroBelief,
      item,
    },
    { correct: entry.correct, guess: entry.guess, weight: evidenceWeight(entry) },
    knowledgeModel,
    isFirst ? 'learned' : 'frozen',
  );
  const { ability, concept } = after;
  const { offset: previous } = stored;
  // A saved draft is graded when its time is over, possibly after an answer that was given later.
  const lastAt = previous && previous.lastAt > entry.receivedAt ? previous.lastAt : entry.receivedAt;
  return {
    ability,
    offset: { ...after.offset, answers: (previous?.answers ?? 0) + 1, lastAt },
    concept,
    item: { ...after.item, answers: item.answers + (isFirst ? 1 : 0) },
  };
}
