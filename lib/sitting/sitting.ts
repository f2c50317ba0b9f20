import type { Answer, Level } from '#lib/item/registry.ts';

/** All items of the activity, a random draw, those missed the last time, or chosen one by one as a test goes along. */
export type SittingScope = 'whole' | 'drawn' | 'missed' | 'stepwise';

/** A stored round of an activity. */
export interface Sitting {
  readonly id: string;
  readonly userId: string;
  readonly lessonId: string;
  readonly activity: string;
  readonly ordinal: number;
  readonly seed: string;
  readonly itemIds: readonly string[];
  readonly scope: SittingScope;
  /** The id of the test that this one continues. */
  readonly continues: string | null;
  /** The most questions that a test may ask; null for other activities. */
  readonly most: number | null;
  readonly startedAt: Date;
  readonly closedAt: Date | null;
}

/** An item of a sitting that was opened: its attempts and its clock. */
export interface StoredServing {
  readonly sittingId: string;
  readonly itemId: string;
  readonly used: number;
  readonly bestScore: number;
  readonly hintsOpened: number;
  readonly openedAt: Date;
  readonly deadlineAt: Date | null;
  readonly solved: boolean;
  /** From then on no answer is accepted. */
  readonly settledAt: Date | null;
}

/** A row of the ledger: one answer that was graded. */
export interface StoredResponse {
  readonly id: string;
  readonly sittingId: string;
  readonly userId: string;
  readonly lessonId: string;
  readonly activity: string;
  readonly itemId: string;
  readonly itemVersion: string;
  /** 1 for the first attempt at the item in its sitting. */
  readonly ordinal: number;
  /** With the author's ids. */
  readonly answer: Answer;
  readonly score: number;
  readonly verdict: 'right' | 'wrong' | 'open';
  readonly hintsOpened: number;
  readonly points: number;
  readonly overTime: boolean;
  readonly clock: number;
  readonly guess: number | null;
  readonly level: Level | null;
  readonly durationMs: number | null;
  readonly receivedAt: Date;
  readonly localDay: string;
  readonly timeZone: string | null;
  readonly idempotencyKey: string;
}
