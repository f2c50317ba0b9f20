import { z } from 'zod';
import type { Tx } from '#db/client.ts';
import { lockPerson } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import { advanceTest } from '#lib/server/mastery/advance-test.ts';
import { startTest } from '#lib/server/mastery/start-test.ts';
import type { World } from '#lib/server/world.ts';
import type { StartRefusal } from '#lib/sitting/refusals.ts';
import type { ActivityContext } from './activity-context.ts';
import { endItem, finishWhenSettled } from './end-item.ts';
import { findActivityContext } from './find-activity-context.ts';
import { mayContinue, openItem, openNext, storeSitting } from './open-item.ts';
import { itemsOf, readSitting } from './read-sitting.ts';
import { drawItems } from './select-items.ts';
import { loadContext, startOncePerLearner } from './start-once-per-learner.ts';
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
    const finished = await finishOrAdvance(tx, world, { context, user, now });
    const current = finished ? await loadContext(tx, world, { userId: user.id, name, now }) : context;
    if (!current) return 'not-found';
    if (current.open) return current;
    if (current.kind.mode === 'test') return startTest(tx, world, { ...start, context: current });
    const items = await drawItems(tx, current);
    const sitting = await storeSitting(tx, { context: current, items, user, id: world.newId(), now });
    if (items[0]) await openItem(tx, { context: current, sitting, item: items[0], user, now });
    return { ...current, open: sitting, latest: sitting };
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
  const library = await world.library();
  const context = await world.database.transaction(async (tx) => {
    const person = await lockPerson(tx, user.id);
    const found = await findActivityContext(tx, {
      library,
      secret: world.secret,
      userId: user.id,
      name,
      now,
    });
    if (!person || !found?.open) return found;
    if (!(await finishOrAdvance(tx, world, { context: found, user, now })))
      await openNext(tx, { context: found, sitting: found.open, user, now });
    return found;
  });
  if (!context) return refuse('not-found');
  return context.latest ? ok(await viewSitting(world.database.db, context, now)) : refuse('not-open');
}

/** Finishes a sitting without open items, or asks the next question of a test. Returns false when an item is still open. */
async function finishOrAdvance(
  tx: Tx,
  world: World,
  {
    context,
    user,
    now,
  }: { readonly context: ActivityContext; readonly user: SessionUser; readonly now: Date },
): Promise<boolean> {
  const sitting = context.open;
  if (!sitting) return false;
  const records = await readSitting(tx, sitting.id);
  const ownRecords = itemsOf(context, sitting).map(({ id }) => records.get(id));
  if (!ownRecords.every((record) => record && mayContinue(record, now))) return false;
  for (const record of ownRecords) {
    if (record?.serving?.settledAt === null) {
      await endItem(tx, world, { open: { sitting, context }, serving: record.serving, now });
    }
  }
  if (context.kind.mode === 'test') await advanceTest(tx, { context, sitting, user, now });
  else await finishWhenSettled(tx, { sitting, context }, now);
  return true;
}
