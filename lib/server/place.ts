import { createHmac } from 'node:crypto';
import type { Db } from '#db/client.ts';
import { findLatestSitting, type Sitting } from '#db/sittings.ts';
import type { Item } from '#lib/item/registry.ts';
import { type ActivityKind, activityKind } from '#lib/lesson/activities.ts';
import type { Activity, Lesson } from '#lib/lesson/lesson.ts';
import type { Library } from '#lib/lesson/library.ts';
import { type Delivery, deliveries } from '#lib/sitting/delivery.ts';
import type { SittingAddress } from '#lib/sitting/served-item.ts';

/** One person before one activity: what it serves, by which rules, and the sitting that is or would be theirs. */
export interface Place {
  readonly userId: string;
  readonly lesson: Lesson;
  readonly activity: Activity['slug'];
  readonly kind: ActivityKind;
  readonly delivery: Delivery;
  readonly items: readonly Item[];
  readonly address: SittingAddress;
  readonly seed: string;
  /** The open sitting; null when none is. */
  readonly open: Sitting | null;
  /** The newest sitting, open or closed. */
  readonly latest: Sitting | null;
}

export interface PlaceName {
  readonly lesson: string;
  readonly activity: string;
}

/** Undefined when there is no such lesson or activity. `userId` is empty for a visitor who is not signed in. */
export async function findPlace(
  db: Db,
  library: Library,
  secret: string,
  userId: string,
  name: PlaceName,
  now: Date,
): Promise<Place | undefined> {
  const lesson = library.lessonById(name.lesson);
  const kind = activityKind(name.activity);
  const own = lesson?.activities.find((activity) => activity.slug === name.activity)?.items;
  const items = name.activity === 'test' && lesson && lesson.pool.length > 0 ? lesson.pool : own;
  if (!lesson || !kind || !items) return undefined;
  const latest = userId
    ? ((await findLatestSitting(db, { userId, lessonId: lesson.id, activity: kind.slug })) ?? null)
    : null;
  const open = latest && !latest.closedAt && !isPast(kind, latest, now) ? latest : null;
  const ordinal = open?.ordinal ?? (latest?.ordinal ?? 0) + 1;
  const address = { lessonId: lesson.id, activity: kind.slug, ordinal };
  const place = {
    userId,
    lesson,
    activity: kind.slug,
    kind,
    delivery: deliveries[kind.mode],
    items,
    address,
    open,
    latest,
  };
  return { ...place, seed: open?.seed ?? seedOf(secret, userId, address) };
}

const reviewMs = 6 * 60 * 60_000;

/** A review left open some hours ago was another day's: what is due can be answered again. */
function isPast(kind: ActivityKind, { startedAt }: Sitting, now: Date): boolean {
  return kind.mode === 'review' && now.getTime() - startedAt.getTime() > reviewMs;
}

/** Fixed for a person and a sitting before it is stored, and not to be guessed: HMAC-SHA-256 under the server's secret. */
function seedOf(secret: string, userId: string, { lessonId, activity, ordinal }: SittingAddress): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['sitting', userId, lessonId, activity, ordinal]))
    .digest('hex')
    .slice(0, 32);
}
