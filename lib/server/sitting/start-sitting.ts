import { z } from 'zod';
import type { Tx } from '#db/client.ts';
import { lockPerson } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';
import { type ActivityContext, withSitting } from '#lib/sitting/activity-context.ts';
import { itemsOf, mayContinue } from '#lib/sitting/item-record.ts';
import { newSitting } from '#lib/sitting/new-sitting.ts';
import type { StartRefusal } from '#lib/sitting/refusals.ts';
import { advanceSitting, openItem, openNext } from './advance-sitting.ts';
import { endItem } from './end-item.ts';
import { findActivityContext } from './find-activity-context.ts';
import { drawItems } from './select-items.ts';
import { startOncePerLearner } from './start-once-per-learner.ts';
import { startTest } from './start-test.ts';
import { storeSitting } from './store-sitting.ts';
import { viewSitting } from './view-sitting.ts';

export const ActivityForm = z.object({ lesson: one(z.string().max(120)), activity: one(z.string().max(40)) });
export type ActivityForm = z.infer<typeof ActivityForm>;

/** Starts a challenge or a test: draws its items and opens the first one. An open one is continued. */
export function startSitting(
  world: World,
  user: SessionUser,
  name: ActivityForm,
): Promise<Result<SittingView, StartRefusal>> {
  return startOncePerLearner(world, user, name, async (tx, start) => {
    const { context, now } = start;
    if (context.delivery.starts !== 'on-request' || context.items.length === 0) return 'not-found';
    const name = { lesson: context.lesson.id, activity: context.activity };
    const finished = await finishOrAdvance(tx, world, { context, user, now });
    const current = finished ? await findActivityContext(tx, world, { userId: user.id, name, now }) : context;
    if (!current) return 'not-found';
    if (current.open) return current;
    if (current.kind.mode === 'test') return startTest(tx, world, { ...start, context: current });
    const items = await drawItems(tx, current);
    const sitting = newSitting(current, { id: world.newId(), items, now });
    await storeSitting(tx, current, sitting);
    const started = withSitting(current, sitting);
    return items[0] ? openItem(tx, started, sitting, { item: items[0], user, now }) : started;
  });
}

/**
 * Opens the next item once the current one is settled or its time is over; after the last item, ends the sitting. An
 * answer that was sent before the deadline is still accepted within its grace.
 */
export async function openNextItem(
  world: World,
  user: SessionUser,
  name: ActivityForm,
): Promise<Result<SittingView, 'not-found' | 'not-open'>> {
  const now = world.now();
  return world.database.transaction(async (tx) => {
    const person = await lockPerson(tx, user.id);
    const context = await findActivityContext(tx, world, { userId: user.id, name, now });
    if (!context) return refuse('not-found');
    if (!context.latest) return refuse('not-open');
    if (!person || !context.open) return ok(await viewSitting(tx, context, now));
    const finished = await finishOrAdvance(tx, world, { context, user, now });
    return ok(await viewSitting(tx, finished ?? (await openNext(tx, context, { user, now })), now));
  });
}

/** Finishes a sitting without open items, or asks the next question of a test. Returns undefined when an item is still open. */
async function finishOrAdvance(
  tx: Tx,
  world: World,
  {
    context,
    user,
    now,
  }: { readonly context: ActivityContext; readonly user: SessionUser; readonly now: Date },
): Promise<ActivityContext | undefined> {
  const sitting = context.open;
  if (!sitting) return undefined;
  const records = itemsOf(context, sitting).map(({ id }) => context.records.get(id));
  if (!records.every((record) => record && mayContinue(record, now))) return undefined;
  const unsettled = records.flatMap((record) => (record?.serving.settledAt === null ? [record] : []));
  for (const record of unsettled) await endItem(tx, world, { context, record, now });
  const name = { lesson: context.lesson.id, activity: context.activity };
  const settled =
    unsettled.length > 0 ? await findActivityContext(tx, world, { userId: user.id, name, now }) : context;
  return settled?.open ? advanceSitting(tx, settled, settled.open, { user, now }) : settled;
}
