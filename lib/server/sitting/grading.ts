import type { Answer } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { ActivityContext } from './activity-context.ts';
import type { SittingUser } from './open-item.ts';

/** One complete answer, with the author's ids, and the activity it belongs to. */
export interface Grading {
  readonly context: ActivityContext;
  readonly found: FoundItem;
  readonly answer: Answer;
  readonly user: SittingUser;
  /** The ledger stores at most one answer of a person for each of these. */
  readonly idempotencyKey: string;
  /** When the server received it; for a draft that is graded, when the draft was saved. */
  readonly now: Date;
}
