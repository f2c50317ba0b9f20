import type { Answer } from '#lib/item/registry.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { TestVerdict } from '#lib/mastery/verdict.ts';
import type { ObjectiveTally } from '#lib/mastery/verdict-receipt.ts';
import type { Progress } from '#lib/progress/lesson-progress.ts';
import type { Recommendation } from '#lib/progress/recommend-next.ts';
import type { Credit } from '#lib/sitting/clock-reading.ts';
import type { SittingSlug } from '#lib/sitting/drill.ts';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';

/** A sitting that is started on request (challenge, test), as its learner sees it now. */
export interface SittingView {
  readonly address: SittingAddress;
  readonly activity: SittingSlug;
  readonly status: 'new' | 'open' | 'closed';
  /** The status of each item; in an open test an answered item is 'answered' and one that was left for later 'flagged'. */
  readonly statuses: readonly ItemStatus[];
  /** The open item; null before the start and after the end. */
  readonly current: ServedItem | null;
  /** Whether the current item is settled and a next one can be opened. */
  readonly mayOpenNext: boolean;
  /** Whether it may end before its last question, as soon as it is sure. */
  readonly mayEndEarly: boolean;
  /** The number of the question that follows when the current one is left for later; null where that is not possible. */
  readonly afterFlag: number | null;
  /** Every item with its answer, once the sitting is closed. */
  readonly answeredItems: readonly ServedItem[];
  readonly result: ChallengeResult | TestResult | null;
  /** Time added to the current item because the server was down. */
  readonly credits: readonly Credit[];
  /** The server's clock when this view was made, in milliseconds since 1970. */
  readonly now: number;
}

export type ItemStatus = 'todo' | 'current' | 'flagged' | 'right' | 'wrong' | 'answered';

export interface ChallengeResult {
  readonly kind: 'challenge';
  readonly right: number;
  readonly total: number;
  readonly timed: boolean;
  /** Whether it served only the items missed the last time; then it earns no badge. */
  readonly missedOnly: boolean;
  readonly badge: EarnedBadge | null;
}

export interface TestResult extends TestVerdict {
  readonly kind: 'test';
  readonly right: number;
  readonly asked: number;
  /** Whether some difficulties were estimated from the author's labels. */
  readonly provisional: boolean;
  /** The day it ended, in the learner's time zone: "Saturday 28 November". */
  readonly day: string;
  /** Minutes from its start to its end; null when it was left open for hours. */
  readonly minutes: number | null;
  /** How many of its questions somebody who knows nothing would get right on average. */
  readonly byLuck: number;
  /** Every objective of the lesson, in its order; empty for a verdict that was stored without its answers. */
  readonly objectives: readonly ObjectiveResult[];
  /** When the first of these is due for review, for example "tomorrow"; null when none is. */
  readonly nextReview: string | null;
  /** Whether the test may be continued, with the answers so far still counting. */
  readonly mayContinue: boolean;
  /** What to do next, in order: after a test that is not strong reading, practice and the day of another test. */
  readonly steps: readonly Recommendation[];
}

export interface ObjectiveResult extends ObjectiveTally {
  readonly text: string;
  /** Fewer right answers than expected of a learner at the cut. */
  readonly isWeak: boolean;
  /** Pages that teach it, the best one first. */
  readonly read: readonly PageLink[];
}

export interface EarnedBadge {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

/** The reply to a submission. An incomplete answer does not use an attempt. */
export type SubmitReply =
  | { readonly kind: 'incomplete'; readonly itemId: string; readonly message: string }
  | {
      /** Not stored because of the server; `draft` is what was typed, null when it cannot be read. */
      readonly kind: 'unsaved';
      readonly itemId: string;
      readonly message: string;
      readonly draft: Answer | null;
    }
  | {
      readonly kind: 'recorded';
      readonly item: ServedItem;
      /** Points paid for this answer. */
      readonly gained: number;
      /** The learner's totals after it, for the header; null when nothing was recorded now. */
      readonly totals: Totals | null;
      readonly badge: EarnedBadge | null;
      /** The sitting after the answer, in a challenge or test; null elsewhere. */
      readonly sitting: SittingView | null;
      /** The learner's progress after it; null for a hint. */
      readonly progress: ProgressUpdate | null;
    };

/** Progress in an activity and in the whole of its lesson. */
export interface ProgressUpdate {
  readonly lessonId: string;
  readonly activity: string;
  readonly here: Progress;
  readonly whole: Progress;
}

export interface Totals {
  readonly points: number;
  readonly streakDays: number;
}
