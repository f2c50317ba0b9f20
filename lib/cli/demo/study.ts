import type { Item } from '#lib/item/registry.ts';
import { itemType } from '#lib/item/registry.ts';
import type { Activity, Lesson } from '#lib/lesson/lesson.ts';
import { markRead } from '#lib/server/progress/mark-read.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { type ActivityContext, openRecord } from '#lib/sitting/activity-context.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import { thinkingTimeMs } from './character.ts';
import { type Learner, requestHint, submitAnswer } from './learner.ts';
import { happens } from './odds.ts';

const minuteMs = 60_000;

/** Works through an activity that needs no start: reads it, or answers its items one by one. */
export async function study(learner: Learner, lesson: Lesson, activity: Activity): Promise<void> {
  const { world, user, character } = learner;
  world.advance(activity.minutes * minuteMs * 0.4 * character.pace);
  if (activity.items.length === 0) {
    await markRead(world, user, { lesson: lesson.id, activity: activity.slug });
    return;
  }
  const context = await contextOf(learner, lesson, activity);
  for (const item of context.items) {
    if (!happens(learner.chance, 0.4 + 0.6 * character.diligence)) continue;
    const served = servedItem(context, item, {
      record: openRecord(context, item.id),
      now: world.now(),
      closed: false,
    });
    await workOn(learner, {
      context,
      item,
      first: served.state,
      most: maxAttempts(learner, lesson, activity),
    });
  }
}

async function contextOf(
  { world, user }: Learner,
  lesson: Lesson,
  activity: Activity,
): Promise<ActivityContext> {
  const name = { lesson: lesson.id, activity: activity.slug };
  const context = await findActivityContext(world.database.db, world, {
    userId: user.id,
    name,
    now: world.now(),
  });
  if (!context) throw new Error(`There is no ${activity.slug} in ${lesson.slug}`);
  return context;
}

/** Tries before the student gives up on an item; a stuck student keeps trying longer. */
function maxAttempts({ character, chance }: Learner, lesson: Lesson, activity: Activity): number {
  const { stuckAt, diligence } = character;
  if (stuckAt?.lessonId === lesson.id && stuckAt.activity === activity.slug) return 4 + chance.below(4);
  return 2 + (happens(chance, diligence) ? 1 : 0);
}

/** Tries an item, sometimes with hints, until it is settled or the student gives up. */
export async function workOn(
  learner: Learner,
  {
    context,
    item,
    first,
    most,
  }: {
    readonly context: ActivityContext;
    readonly item: Item;
    readonly first: ServedItem['state'];
    readonly most: number;
  },
): Promise<void> {
  const { world, character, chance } = learner;
  const found = (await world.library()).item(item.id);
  if (!found) throw new Error(`There is no item ${item.id}`);
  const { freeHints } = itemType(item.type);
  let state = first;
  for (let tries = 0; tries < most && !state.settled; tries++) {
    const wantsHint = freeHints ? state.hints.length === 0 : state.used > 0 && happens(chance, 0.45);
    world.advance(thinkingTimeMs(chance, item, character.pace) / 2);
    if (wantsHint && state.hintsLeft > 0) state = (await requestHint(learner, context, item.id)).item.state;
    world.advance(thinkingTimeMs(chance, item, character.pace) / 2);
    state = (await submitAnswer(learner, context, found, state)).item.state;
    if (freeHints) return;
  }
}
