import type { Db } from '#db/client.ts';
import { findLatestSitting, listItemsSince, listRecentItems } from '#db/sittings.ts';
import { listItemStandings } from '#db/standings.ts';
import { chance } from '#lib/chance/chance.ts';
import type { Item } from '#lib/item/registry.ts';
import { drawDrill, drawSome, leavesTest, type SeenItems } from '#lib/sitting/draw.ts';
import { drillHost, dueSlug } from '#lib/sitting/drill.ts';
import type { ActivityContext } from './activity-context.ts';

/** A place before it is known which of its items this sitting serves. */
export type ContextWithoutItems = Omit<ActivityContext, 'items'>;

type Who = Pick<ContextWithoutItems, 'userId' | 'lesson'>;

/** How long a practised item is kept out of tests. */
const practisedMs = 7 * 24 * 60 * 60_000;
/** Drills whose items are not asked again while others are left. */
const recentDrills = 2;
const recentTests = 2;

/** The items that this sitting serves; the same for its seed, whether it is stored already or not. */
export async function selectItems(db: Db, context: ContextWithoutItems, now: Date): Promise<readonly Item[]> {
  const { all, open, delivery, seed, userId } = context;
  const named = (ids: readonly string[]) => ids.flatMap((id) => all.find((item) => item.id === id) ?? []);
  if (drillHost(context.activity)) {
    if (!userId) return [];
    const excluded = await openTestItems(db, context);
    if (open) return named(open.itemIds).filter(({ id }) => !excluded.has(id));
    return drawDrill(all, await seenInPool(db, context, now), excluded, chance(`${seed}/draw`));
  }
  if (context.activity === dueSlug) {
    const excluded = await openTestItems(db, context);
    return named(open?.itemIds ?? []).filter(({ id }) => !excluded.has(id));
  }
  if (delivery.starts === 'on-request') return all;
  if (open && open.scope !== 'whole') return all.filter(({ id }) => open.itemIds.includes(id));
  return drawItems(db, context);
}

/** All of an activity's items, or as many as its author has drawn. */
export async function drawItems(db: Db, context: ContextWithoutItems): Promise<readonly Item[]> {
  const { all, delivery, seed } = context;
  if (delivery.draw === null) return all;
  const recent = new Set(await listRecentItems(db, keyOf(context), 1));
  return drawSome(
    all,
    delivery.draw,
    { recent, solved: await solvedItems(db, context) },
    chance(`${seed}/draw`),
  );
}

/**
 * Whether an item that this draw has not is answered here nevertheless: a page made a while ago showed it under the
 * same seed, and the draw has moved since. (Its posted version proves that: nobody else can know it.)
 */
export async function mayJoinSitting(
  db: Db,
  context: ActivityContext,
  item: Item,
  now: Date,
): Promise<boolean> {
  if (context.delivery.starts === 'on-request' || context.activity === dueSlug) return false;
  if (!context.all.includes(item)) return false;
  if (!drillHost(context.activity)) return context.open?.scope !== 'missed';
  if ((await openTestItems(db, context)).has(item.id)) return false;
  return leavesTest(context.all, (await seenInPool(db, context, now)).practised, item);
}

/** What a person has seen of a lesson's pool, for a drill. */
async function seenInPool(db: Db, who: Who, now: Date): Promise<SeenItems> {
  const { practised, drills } = await practisedItems(db, who, now);
  const recent = new Set(drills.slice(0, recentDrills).flat());
  return { practised, recent, solved: await solvedItems(db, who) };
}

/** The same for a test. */
export async function seenBeforeTest(
  db: Db,
  who: Who,
  now: Date,
): Promise<Pick<SeenItems, 'recent' | 'practised'>> {
  const { practised } = await practisedItems(db, who, now);
  const at = { userId: who.userId, lessonId: who.lesson.id, activity: 'test' };
  return { practised, recent: new Set(await listRecentItems(db, at, recentTests)) };
}

/** Items shown of late in drills and reviews, with feedback and solution; `drills` by sitting, newest first. */
export async function practisedItems(db: Db, { userId, lesson }: Who, now: Date) {
  const since = new Date(now.getTime() - practisedMs);
  const drills = await listItemsSince(db, {
    userId,
    lessonId: lesson.id,
    activityPatterns: ['drill-%', dueSlug],
    since,
  });
  return { drills, practised: new Set(drills.flat()) };
}

async function solvedItems(db: Db, { userId, lesson }: Who): Promise<ReadonlySet<string>> {
  if (!userId) return new Set();
  const rows = await listItemStandings(db, userId, lesson.id);
  return new Set(rows.flatMap(({ itemId, solved }) => (solved ? [itemId] : [])));
}

export async function openTestItems(db: Db, { userId, lesson }: Who): Promise<ReadonlySet<string>> {
  const test = await findLatestSitting(db, { userId, lessonId: lesson.id, activity: 'test' });
  return new Set(test && !test.closedAt ? test.itemIds : []);
}

const keyOf = ({ userId, lesson, activity }: ContextWithoutItems) => ({
  userId,
  lessonId: lesson.id,
  activity,
});
