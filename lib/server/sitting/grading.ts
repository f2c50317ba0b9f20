import type { Answer } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { ActivityContext } from './activity-context.ts';
import type { Sitter } from './open-item.ts';

/** One complete answer, with the author's ids, and where it was given. */
export interface Grading {
  readonly context: ActivityContext;
  readonly found: FoundItem;
  readonly answer: Answer;
  readonly user: Sitter;
  /** Names the attempt: the ledger takes each key of a person once. */
  readonly key: string;
  /** When the server received it; for an answer that was only saved, when it was. */
  readonly now: Date;
}
