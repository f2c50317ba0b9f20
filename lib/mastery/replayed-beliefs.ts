import { type BeliefEntry, type ItemDifficulty, type LessonOffset, nextBeliefs } from './answer-beliefs.ts';
import type { Belief } from './belief.ts';

/** A row of the ledger. Ungraded kinds and answers of guests have neither `guess` nor `level`. */
export interface BeliefLedgerEntry extends Omit<BeliefEntry, 'guess' | 'level' | 'tries'> {
  readonly userId: string;
  readonly lessonId: string;
  readonly itemId: string;
  readonly guess: number | null;
  readonly level: BeliefEntry['level'] | null;
  /** Orders the answers of a learner as they were graded. */
  readonly clock: number;
}

export interface StoredOffset extends LessonOffset {
  readonly userId: string;
  readonly lessonId: string;
}

export interface StoredItemDifficulty extends ItemDifficulty {
  readonly lessonId: string;
}

export interface StoredConceptDifficulty extends Belief {
  readonly clock: number;
}

/** All beliefs, by learner, by learner and lesson, by lesson, and by item. */
export interface ReplayedBeliefs {
  readonly abilities: Map<string, Belief>;
  readonly offsets: Map<string, StoredOffset>;
  readonly concepts: Map<string, StoredConceptDifficulty>;
  readonly items: Map<string, StoredItemDifficulty>;
  /** The clock of each learner's last answer. */
  readonly clocks: Map<string, number>;
  /** Number of answers by learner and item. */
  readonly tries: Map<string, number>;
}

export const noReplayedBeliefs = (): ReplayedBeliefs => ({
  abilities: new Map(),
  offsets: new Map(),
  concepts: new Map(),
  items: new Map(),
  clocks: new Map(),
  tries: new Map(),
});

/** Updates the beliefs by one answer. Applying the whole ledger in the order of its clock gives the stored beliefs. */
export function applyEntry(beliefs: ReplayedBeliefs, entry: BeliefLedgerEntry): void {
  const { userId, lessonId, itemId, guess, level, clock } = entry;
  const learnerItem = `${userId}/${itemId}`;
  const tries = beliefs.tries.get(learnerItem) ?? 0;
  beliefs.tries.set(learnerItem, tries + 1);
  beliefs.clocks.set(userId, Math.max(clock, beliefs.clocks.get(userId) ?? 0));
  if (guess === null || level === null) return;
  const learnerLesson = `${userId}/${lessonId}`;
  const stored = {
    ability: beliefs.abilities.get(userId),
    offset: beliefs.offsets.get(learnerLesson),
    concept: beliefs.concepts.get(lessonId),
    item: beliefs.items.get(itemId),
  };
  const after = nextBeliefs(stored, { ...entry, guess, level, tries });
  beliefs.abilities.set(userId, after.ability);
  beliefs.offsets.set(learnerLesson, { userId, lessonId, ...after.offset });
  beliefs.concepts.set(lessonId, { ...after.concept, clock });
  beliefs.items.set(itemId, { lessonId, ...after.item });
}
