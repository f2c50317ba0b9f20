import type { Sitting } from '#db/sittings.ts';
import type { Item } from '#lib/item/registry.ts';
import type { ActivityKind } from '#lib/lesson/activities.ts';
import type { Delivery } from '#lib/lesson/delivery.ts';
import type { Lesson, Track } from '#lib/lesson/lesson.ts';
import type { SittingSlug } from '#lib/sitting/drill.ts';
import type { SittingAddress } from '#lib/sitting/served-item.ts';

/** An activity for one user: the items it serves, its rules, and the user's current or next sitting. */
export interface ActivityContext {
  readonly userId: string;
  readonly lesson: Lesson;
  /** The track of the lesson. */
  readonly track: Track | undefined;
  readonly activity: SittingSlug;
  readonly kind: ActivityKind;
  readonly delivery: Delivery;
  /** All items that the activity may serve. */
  readonly all: readonly Item[];
  /** The items that this sitting serves; for a challenge or test that is not started, all. */
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
