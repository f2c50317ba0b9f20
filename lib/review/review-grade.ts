import { type Answer, type Item, itemType } from '#lib/item/registry.ts';
import { usualTimeMs } from '#lib/item/usual-time.ts';
import type { ReviewGrade } from './review-schedule.ts';

/** An answer as the scheduler looks at it. */
export interface GradedAnswer {
  readonly item: Pick<Item, 'type' | 'level' | 'timeMs'>;
  readonly answer: Answer;
  readonly correct: boolean;
  readonly hintsOpened: number;
  /** From when the server put the item on the table; 0 or null where that is not known, as on a page of many. */
  readonly durationMs: number | null;
}

/** A right answer was slow when it took longer than this many times the usual. */
const slowTimes = 2;

/**
 * How an answer went, in the scheduler's words. A person may say so (cards). Otherwise: wrong is again, right is good, and
 * right with a hint or slowly is hard, since it was found rather than known. Slow is more than twice the usual time:
 * far enough that an accommodation of up to double time costs nothing.
 */
export function reviewGrade({ item, answer, correct, hintsOpened, durationMs }: GradedAnswer): ReviewGrade {
  const said = itemType(item.type).selfRating?.(answer);
  if (said) return said;
  if (!correct) return 'again';
  return hintsOpened > 0 || isSlow(item, durationMs) ? 'hard' : 'good';
}

export function isSlow(item: GradedAnswer['item'], durationMs: number | null): boolean {
  return durationMs !== null && durationMs > slowTimes * usualTimeMs(item);
}
