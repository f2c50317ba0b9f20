import type { Db } from '#db/client.ts';
import { findLatestSitting } from '#db/sittings.ts';
import { listItemStandings } from '#db/standings.ts';
import { chance } from '#lib/chance/chance.ts';
import type { Item } from '#lib/item/registry.ts';
import { practisedItems } from '#lib/server/mastery/practised-items.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import {
  drawDrill,
  drawFromActivity,
  drillLengthAfter,
  type ItemHistory,
  leavesFullTest,
} from '#lib/sitting/draw.ts';
import { activityOfDrill, dueSlug } from '#lib/sitting/drill.ts';

/** An activity context before the items of the sitting are selected. */
export type ContextWithoutItems = Omit<ActivityContext, 'items'>;

type LessonOfUser = Pick<ContextWithoutItems, 'userId' | 'lesson'>;

/** The number of last drills whose items are avoided. */
const recentDrills = 2;

/** The items that this sitting serves. They depend on its seed, and not on whether it is stored already. */
export async function selectItems(db: Db, context: ContextWithoutItems, now: Date): Promise<readonly Item[]> {
  const { all, open, delivery, seed } = context;
  const itemsById = (ids: readonly string[]) => ids.flatMap((id) => all.find((item) => item.id === id) ?? []);
  const explained = activityOfDrill(context.activity);
  if (explained) {
    const excluded = await heldBackItems(db, context);
    if (open) return itemsById(open.itemIds).filter(({ id }) => !excluded.has(id));
    const own = context.lesson.activities.find(({ slug }) => slug === explained.slug)?.items ?? [];
    return drawDrill(all, await servedFromPool(db, context, now), excluded, {
      chance: chance(`${seed}/draw`),
      length: drillLengthAfter(own.length),
    });
  }
  if (context.activity === dueSlug) {
    const excluded = await heldBackItems(db, context);
    return itemsById(open?.itemIds ?? []).filter(({ id }) => !excluded.has(id));
  }
  if (delivery.starts === 'on-request') return all;
  if (open && open.scope !== 'whole') return all.filter(({ id }) => open.itemIds.includes(id));
  return drawItems(db, context);
}

/** All items of an activity, or a draw of as many as its author has set. */
export async function drawItems(db: Db, context: ContextWithoutItems): Promise<readonly Item[]> {
  const { all, delivery, seed } = context;
  if (delivery.draw === null) return all;
  const recent = new Set(context.latest?.itemIds);
  return drawFromActivity(
    all,
    delivery.draw,
    { recent, solved: await solvedItems(db, context) },
    chance(`${seed}/draw`),
  );
}

/**
 * Whether an answer to an item outside of the current draw is accepted: an older page showed the item with the same seed,
 * and the draw has changed since. The posted version proves this, as nobody else can know it.
 */
export async function mayJoinSitting(
  db: Db,
  context: ActivityContext,
  item: Item,
  now: Date,
): Promise<boolean> {
  if (context.delivery.starts === 'on-request' || context.activity === dueSlug) return false;
  if (!context.all.includes(item)) return false;
  if (!activityOfDrill(context.activity)) return context.open?.scope !== 'missed';
  if ((await heldBackItems(db, context)).has(item.id)) return false;
  return leavesFullTest(context.all, (await servedFromPool(db, context, now)).practised, item);
}

/** The items of a lesson's pool that were servedItemCount to a user and count for a drill. */
async function servedFromPool(db: Db, learner: LessonOfUser, now: Date): Promise<ItemHistory> {
  if (!learner.userId) return { practised: new Set(), recent: new Set(), solved: new Set() };
  const { practised, drills } = await practisedItems(db, learner, now);
  const recent = new Set(drills.slice(0, recentDrills).flat());
  return { practised, recent, solved: await solvedItems(db, learner) };
}

async function solvedItems(db: Db, { userId, lesson }: LessonOfUser): Promise<ReadonlySet<string>> {
  if (!userId) return new Set();
  const rows = await listItemStandings(db, userId, lesson.id);
  return new Set(rows.flatMap(({ itemId, solved }) => (solved ? [itemId] : [])));
}

/**
 * The ids of the items whose answers the user must not see now: those of an open test, and of an open challenge without
 * feedback before its end.
 */
export async function heldBackItems(
  db: Db,
  { userId, lesson }: Pick<LessonOfUser, 'userId' | 'lesson'>,
): Promise<ReadonlySet<string>> {
  if (!userId) return new Set();
  const silent = lesson.activities.filter(
    ({ delivery }) => delivery.starts === 'on-request' && delivery.feedback === 'at-end',
  );
  const held = new Set<string>();
  for (const activity of ['test', ...silent.map(({ slug }) => slug)]) {
    const sitting = await findLatestSitting(db, { userId, lessonId: lesson.id, activity });
    if (sitting && !sitting.closedAt) for (const id of sitting.itemIds) held.add(id);
  }
  return held;
}
