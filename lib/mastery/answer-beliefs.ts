import type { Level } from '#lib/item/registry.ts';
import type { Belief } from './belief.ts';
import { evidenceWeight } from './evidence.ts';
import { priorDifficulty } from './item-knowledge.ts';
import { knowledgeModel, learn, zeroBelief } from './knowledge.ts';

/** One graded answer of the ledger, as far as beliefs depend on it. */
export interface BeliefEntry {
  readonly correct: boolean;
  /** Chance of a lucky guess, 0..1. */
  readonly guess: number;
  readonly level: Level;
  readonly hints: number;
  readonly overTime: boolean;
  /** How often the person had answered the item before. */
  readonly tries: number;
  readonly receivedAt: Date;
}

export interface ItemDifficulty extends Belief {
  /** First answers of different people that it rests on. */
  readonly answers: number;
}

/** How much better or worse than over all a person is in a lesson. */
export interface LessonOffset extends Belief {
  /** Graded answers that it rests on, and when the last of them was given. */
  readonly answers: number;
  readonly lastAt: Date;
}

/** What is held of a person, a lesson and an item before an answer; undefined is what is held of anybody. */
export interface StoredBeliefs {
  readonly ability: Belief | undefined;
  readonly offset: LessonOffset | undefined;
  readonly concept: Belief | undefined;
  readonly item: ItemDifficulty | undefined;
}

export type UpdatedBeliefs = { readonly [Part in keyof StoredBeliefs]: NonNullable<StoredBeliefs[Part]> };

/**
 * What is held after an answer: the one rule, for grading and for a replay. Only a person's first answer to an item
 * says how hard it is: by the second one the person has seen the feedback.
 */
export function nextBeliefs(held: StoredBeliefs, entry: BeliefEntry): UpdatedBeliefs {
  const item = held.item ?? { ...priorDifficulty(entry.level), answers: 0 };
  const isFirst = entry.tries === 0;
  const after = learn(
    {
      ability: held.ability ?? knowledgeModel.ability,
      offset: held.offset ?? knowledgeModel.offset,
      concept: held.concept ?? knowledgeModel.concept,
      repeat: zeroBelief,
      item,
    },
    { correct: entry.correct, guess: entry.guess, weight: evidenceWeight(entry) },
    knowledgeModel,
    isFirst ? 'learned' : 'frozen',
  );
  const { ability, concept } = after;
  const { offset: before } = held;
  // What was only saved is graded when its time is over, and may come after an answer that was given later.
  const lastAt = before && before.lastAt > entry.receivedAt ? before.lastAt : entry.receivedAt;
  return {
    ability,
    offset: { ...after.offset, answers: (before?.answers ?? 0) + 1, lastAt },
    concept,
    item: { ...after.item, answers: item.answers + (isFirst ? 1 : 0) },
  };
}
