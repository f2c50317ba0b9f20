import { createHmac } from 'node:crypto';
import type { Db } from '#db/client.ts';
import { findLatestSitting, type Sitting } from '#db/sittings.ts';
import type { Item } from '#lib/item/registry.ts';
import { type ActivityKind, activityKind } from '#lib/lesson/activities.ts';
import { type Delivery, deliveryByMode } from '#lib/lesson/delivery.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { Library } from '#lib/lesson/library.ts';
import {
  activityOfDrill,
  drillSlugOf,
  dueKind,
  type SittingSlug,
  selectsItemsPerLearner,
} from '#lib/sitting/drill.ts';
import type { SittingAddress } from '#lib/sitting/served-item.ts';
import type { ActivityContext, ActivityName } from './activity-context.ts';
import { selectItems } from './select-items.ts';

/** Undefined when there is no such lesson or activity. `userId` is empty for a visitor who is not signed in. */
export async function findActivityContext(
  db: Db,
  {
    library,
    secret,
    userId,
    name,
    now,
  }: {
    readonly library: Library;
    readonly secret: string;
    readonly userId: string;
    readonly name: ActivityName;
    readonly now: Date;
  },
): Promise<ActivityContext | undefined> {
  const lesson = library.lessonById(name.lesson);
  const asked = lesson && rulesOf(lesson, name.activity);
  if (!lesson || !asked) return undefined;
  const { slug, kind } = asked;
  const latest = userId
    ? ((await findLatestSitting(db, { userId, lessonId: lesson.id, activity: slug })) ?? null)
    : null;
  const open =
    latest && !latest.closedAt && !(expiresUnfinished(asked) && isStale(latest, now)) ? latest : null;
  const ordinal = open?.ordinal ?? (latest?.ordinal ?? 0) + 1;
  const address = { lessonId: lesson.id, activity: slug, ordinal };
  const seed = open?.seed ?? seedOf(secret, userId, address);
  const { all, delivery } = asked;
  const context = {
    userId,
    lesson,
    track: library.track(lesson.track),
    activity: slug,
    kind,
    delivery,
    all,
    address,
    seed,
    open,
    latest,
  };
  return { ...context, items: await selectItems(db, context, now) };
}

interface ActivityRules {
  readonly slug: SittingSlug;
  readonly kind: ActivityKind;
  readonly delivery: Delivery;
  readonly all: readonly Item[];
}

/** What is asked at a place of this name, and by which rules. */
function rulesOf(lesson: Lesson, name: string): ActivityRules | undefined {
  const own = (slug: string) => lesson.activities.find((activity) => activity.slug === slug);
  const host = activityOfDrill(name);
  if (host) {
    const rules = {
      slug: drillSlugOf(host.slug),
      kind: host,
      delivery: deliveryByMode.practice,
      all: lesson.pool,
    };
    return own(host.slug) ? rules : undefined;
  }
  if (name === dueKind.slug) {
    const all = [...lesson.activities.flatMap(({ items }) => items), ...lesson.pool];
    return { slug: dueKind.slug, kind: dueKind, delivery: deliveryByMode.review, all };
  }
  const kind = activityKind(name);
  if (!kind) return undefined;
  if (kind.slug === 'test' && lesson.pool.length > 0)
    return { slug: kind.slug, kind, delivery: deliveryByMode.test, all: lesson.pool };
  const activity = own(name);
  return activity && { slug: kind.slug, kind, delivery: activity.delivery, all: activity.items };
}

const pastMs = 6 * 60 * 60_000;

/** Left open some hours ago, a review or a drill was another day's: there are new questions, what is due can be answered again. */
export function isStale({ startedAt }: Pick<Sitting, 'startedAt'>, now: Date): boolean {
  return now.getTime() - startedAt.getTime() > pastMs;
}

const expiresUnfinished = ({ kind, slug }: ActivityRules): boolean =>
  kind.mode === 'review' || selectsItemsPerLearner(slug);

/** Fixed for a person and a sitting before it is stored, and not to be guessed: HMAC-SHA-256 under the server's secret. */
function seedOf(secret: string, userId: string, { lessonId, activity, ordinal }: SittingAddress): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['sitting', userId, lessonId, activity, ordinal]))
    .digest('hex')
    .slice(0, 32);
}
