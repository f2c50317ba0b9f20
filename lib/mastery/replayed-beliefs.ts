import { type BeliefEntry, type ItemDifficulty, type LessonOffset, nextBeliefs } from './answer-beliefs.ts';
import type { Belief } from './belief.ts';

/** A row of the ledger, in the order of its clock. Kinds that nobody can fail have neither guess nor level. */
export interface BeliefLedgerEntry extends Omit<BeliefEntry, 'guess' | 'level' | 'tries'> {
  readonly userId: string;
  readonly lessonId: string;
  readonly itemId: string;
  readonly guess: number | null;
  readonly level: BeliefEntry['level'] | null;
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

/** Every belief there is: by person, by person and lesson, by lesson, by item. */
export interface ReplayedBeliefs {
  readonly abilities: Map<string, Belief>;
  readonly offsets: Map<string, StoredOffset>;
  readonly concepts: Map<string, StoredConceptDifficulty>;
  readonly items: Map<string, StoredItemDifficulty>;
  /** The clock of each person's last answer. */
  readonly clocks: Map<string, number>;
  /** How often a person answered an item. */
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

/** Moves the beliefs by one answer. Entered in the order of the clock, the ledger gives what grading has stored. */
export function applyEntry(book: ReplayedBeliefs, entry: BeliefLedgerEntry): void {
  const { userId, lessonId, itemId, guess, level, clock } = entry;
  const own = `${userId}/${itemId}`;
  const tries = book.tries.get(own) ?? 0;
  book.tries.set(own, tries + 1);
  book.clocks.set(userId, Math.max(clock, book.clocks.get(userId) ?? 0));
  if (guess === null || level === null) return;
  const at = `${userId}/${lessonId}`;
  const held = {
    ability: book.abilities.get(userId),
    offset: book.offsets.get(at),
    concept: book.concepts.get(lessonId),
    item: book.items.get(itemId),
  };
  const after = nextBeliefs(held, { ...entry, guess, level, tries });
  book.abilities.set(userId, after.ability);
  book.offsets.set(at, { userId, lessonId, ...after.offset });
  book.concepts.set(lessonId, { ...after.concept, clock });
  book.items.set(itemId, { lessonId, ...after.item });
}
