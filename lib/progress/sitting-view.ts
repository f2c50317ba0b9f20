import type { PageLink } from '#lib/lesson/page-link.ts';
import type { TestVerdict } from '#lib/mastery/verdict.ts';
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
  /** Where each of its items stands; in a test an answer is just 'answered' until the end. */
  readonly statuses: readonly ItemStatus[];
  /** The open item; null before the start and after the end. */
  readonly current: ServedItem | null;
  /** The current item is settled and another one waits to be opened. */
  readonly mayOpenNext: boolean;
  /** It may be over before its last question, as soon as it is sure. */
  readonly mayEndEarly: boolean;
  /** Every item with its answer, once the sitting is closed. */
  readonly answeredItems: readonly ServedItem[];
  readonly result: ChallengeResult | TestResult | null;
  /** Time given back to the current item because the server was away. */
  readonly credits: readonly Credit[];
  /** The server's clock when this was made, in milliseconds since 1970: the browser counts from the difference. */
  readonly now: number;
}

export type ItemStatus = 'todo' | 'current' | 'right' | 'wrong' | 'answered';

export interface ChallengeResult {
  readonly kind: 'challenge';
  readonly right: number;
  readonly total: number;
  readonly timed: boolean;
  /** Practice of what was missed the last time: there is no badge for it. */
  readonly missedOnly: boolean;
  readonly badge: EarnedBadge | null;
}

export interface TestResult extends TestVerdict {
  readonly kind: 'test';
  readonly right: number;
  readonly asked: number;
  /** Some difficulties were guessed from the author's labels. */
  readonly provisional: boolean;
  /** Objectives in which answers are missing to what somebody who knows enough would give. */
  readonly weak: readonly WeakObjective[];
  /** When the first of these is reviewed: "tomorrow"; null when none is. */
  readonly nextReview: string | null;
  /** Further questions may be asked, with the answers so far still counting. */
  readonly mayContinue: boolean;
  /** What to do next; null when that is another test. */
  readonly recommendation: Recommendation | null;
}

export interface WeakObjective {
  readonly text: string;
  /** Where it is taught, the best place first. */
  readonly read: readonly PageLink[];
}

export interface EarnedBadge {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

/** The reply to a submission. An answer that is not complete costs nothing. */
export type SubmitReply =
  | { readonly kind: 'incomplete'; readonly itemId: string; readonly message: string }
  | {
      readonly kind: 'recorded';
      readonly item: ServedItem;
      /** Points paid for this answer. */
      readonly gained: number;
      /** The person's totals after it, for the header; null when nothing was recorded now. */
      readonly totals: Totals | null;
      readonly badge: EarnedBadge | null;
      /** In a challenge or test, where it stands now. */
      readonly sitting: SittingView | null;
      /** Where the person stands after it; null for a hint, which moves nothing. */
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
