import { type Answer, type Item, itemType } from '#lib/item/registry.ts';
import { usualTimeMs } from '#lib/item/usual-time.ts';
import type { ReviewGrade } from './review-schedule.ts';

/** The parts of an answer that its review grade depends on. */
export interface GradedAnswer {
  readonly item: Pick<Item, 'type' | 'level' | 'timeMs'>;
  readonly answer: Answer;
  readonly correct: boolean;
  readonly hintsOpened: number;
  /** Since the server opened the item; 0 or null when that is unknown, as on a page with several items. */
  readonly durationMs: number | null;
}

/** A right answer is slow when it takes more than this many times the usual time. */
const slowTimes = 2;

/**
 * The review grade of an answer. Cards are rated by the learner. Otherwise wrong is `again`, right is `good`, and right
 * with a hint or slowly is `hard`, since the answer was worked out rather than recalled. Slow is more than twice the usual
 * time, so that an allowance of up to double time has no effect.
 */
export function reviewGrade({ item, answer, correct, hintsOpened, durationMs }: GradedAnswer): ReviewGrade {
  const rating = itemType(item.type).selfRating?.(answer);
  if (rating) return rating;
  if (!correct) return 'again';
  return hintsOpened > 0 || isSlow(item, durationMs) ? 'hard' : 'good';
}

export function isSlow(item: GradedAnswer['item'], durationMs: number | null): boolean {
  return durationMs !== null && durationMs > slowTimes * usualTimeMs(item);
}
