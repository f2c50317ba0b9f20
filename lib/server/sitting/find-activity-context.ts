import { createHmac } from 'node:crypto';
import type { Db } from '#db/client.ts';
import { listPaymentFacts } from '#db/payments.ts';
import { findLatestRecords } from '#db/records.ts';
import type { Item } from '#lib/item/registry.ts';
import { type ActivityKind, activityKind } from '#lib/lesson/activities.ts';
import { type Delivery, deliveryByMode } from '#lib/lesson/delivery.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { World } from '#lib/server/world.ts';
import type { ActivityContext, ActivityName } from '#lib/sitting/activity-context.ts';
import {
  activityOfDrill,
  drillSlugOf,
  dueKind,
  type SittingSlug,
  selectsItemsPerLearner,
} from '#lib/sitting/drill.ts';
import type { SittingAddress } from '#lib/sitting/served-item.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { selectItems } from './select-items.ts';

/** Whose activity is loaded, and when. `userId` is empty for a visitor who has answered nothing. */
export interface ContextRequest {
  readonly userId: string;
  /** A guest's questions are shuffled as for every visitor, so that the page of the first answer stays valid. */
  readonly isGuest?: boolean;
  readonly name: ActivityName;
  readonly now: Date;
  /** Only the record of this item is needed, if the activity starts by itself. */
  readonly itemId?: string;
  /** The caller knows what this item pays, if the activity starts by itself. */
  readonly knowsPayment?: boolean;
}

/** An activity of one user, with its newest sitting; undefined for an unknown lesson or activity. */
export async function findActivityContext(
  db: Db,
  world: Pick<World, 'library' | 'secret'>,
  { userId, isGuest = false, name, now, itemId, knowsPayment = false }: ContextRequest,
): Promise<ActivityContext | undefined> {
  const library = await world.library();
  const lesson = library.lessonById(name.lesson);
  const rules = lesson && rulesOf(lesson, name.activity);
  if (!lesson || !rules) return undefined;
  const { slug, kind, all, delivery } = rules;
  const activity = { userId, lessonId: lesson.id, activity: slug };
  const only = delivery.starts === 'by-itself' ? itemId : undefined;
  const { sitting: latest = null, records = new Map() } =
    (userId ? await findLatestRecords(db, activity, only) : undefined) ?? {};
  const open =
    latest && !latest.closedAt && !(expiresUnfinished(rules) && isStale(latest, now)) ? latest : null;
  const ordinal = open?.ordinal ?? (latest?.ordinal ?? 0) + 1;
  const address = { lessonId: lesson.id, activity: slug, ordinal };
  const seed = open?.seed ?? seedOf(world.secret, isGuest ? '' : userId, address);
  const isPaid = userId !== '' && delivery.pays && !(knowsPayment && only !== undefined);
  const items = { userId, lessonId: lesson.id, itemIds: all.map(({ id }) => id) };
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
    records,
    payments: isPaid ? await listPaymentFacts(db, items) : new Map(),
  };
  return { ...context, items: await selectItems(db, context, now) };
}

interface ActivityRules {
  readonly slug: SittingSlug;
  readonly kind: ActivityKind;
  readonly delivery: Delivery;
  readonly all: readonly Item[];
}

/** The items and rules of an activity, a drill, the due review or the test, by its name. */
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

const staleAfterMs = 6 * 60 * 60_000;

/** A review or drill that was left open for hours is stale: a new sitting draws new questions, and due items can be answered again. */
export function isStale({ startedAt }: Pick<Sitting, 'startedAt'>, now: Date): boolean {
  return now.getTime() - startedAt.getTime() > staleAfterMs;
}

const expiresUnfinished = ({ kind, slug }: ActivityRules): boolean =>
  kind.mode === 'review' || selectsItemsPerLearner(slug);

/** The seed of a user's sitting: known before the sitting is stored, and not guessable (HMAC-SHA-256 with the server's secret). */
function seedOf(secret: string, userId: string, { lessonId, activity, ordinal }: SittingAddress): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['sitting', userId, lessonId, activity, ordinal]))
    .digest('hex')
    .slice(0, 32);
}
