import type { Outcome } from '#lib/mastery/verdict.ts';

/** A stored verdict that would be another one. */
export interface MovedVerdict {
  readonly userId: string;
  readonly lessonId: string;
  readonly from: Outcome;
  readonly to: Outcome;
}
