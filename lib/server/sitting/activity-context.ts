import type { Sitting } from '#db/sittings.ts';
import type { Item } from '#lib/item/registry.ts';
import type { ActivityKind } from '#lib/lesson/activities.ts';
import type { Delivery } from '#lib/lesson/delivery.ts';
import type { Lesson, Track } from '#lib/lesson/lesson.ts';
import type { SittingSlug } from '#lib/sitting/drill.ts';
import type { SittingAddress } from '#lib/sitting/served-item.ts';

/** One person before one activity: what it serves, by which rules, and the sitting that is or would be theirs. */
export interface ActivityContext {
  readonly userId: string;
  readonly lesson: Lesson;
  /** The track of the lesson. */
  readonly track: Track | undefined;
  readonly activity: SittingSlug;
  readonly kind: ActivityKind;
  readonly delivery: Delivery;
  /** All that may be asked here. */
  readonly all: readonly Item[];
  /** What this sitting serves of it; until a challenge or test is begun, all. */
  readonly items: readonly Item[];
  readonly address: SittingAddress;
  readonly seed: string;
  /** The open sitting; null when none is. */
  readonly open: Sitting | null;
  /** The newest sitting, open or closed. */
  readonly latest: Sitting | null;
}

export interface ActivityName {
  readonly lesson: string;
  readonly activity: string;
}
