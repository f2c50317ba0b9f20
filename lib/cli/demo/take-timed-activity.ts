import type { Lesson } from '#lib/lesson/lesson.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { openNextItem, startSitting } from '#lib/server/sitting/start-sitting.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import { graceMs } from '#lib/sitting/clock.ts';
import { thinkingTimeMs } from './character.ts';
import { type Learner, requestHint, submitAnswer } from './learner.ts';
import { happens } from './odds.ts';

/** Takes a challenge or a test to its end; a few students leave in the middle. */
export async function takeTimedActivity(
  learner: Learner,
  lesson: Lesson,
  activity: 'challenge' | 'test',
): Promise<void> {
  const { world, user, chance, character } = learner;
  const name = { lesson: lesson.id, activity };
  const started = await startSitting(world, user, name);
  if (!started.ok) throw new Error(`${lesson.slug} has no ${activity}`);
  const library = await world.library();
  const context = await findActivityContext(world.database.db, world, {
    userId: user.id,
    name,
    now: world.now(),
  });
  if (!context) throw new Error(`${lesson.slug} has no ${activity}`);
  let view = started.value;
  while (view.status === 'open' && view.current) {
    const found = library.item(view.current.id);
    if (!found || happens(chance, 0.03 * (1 - character.diligence))) return;
    view = await nextStep(learner, context, found, view);
  }
}

/** One step: the next try at the open item, or the next item. */
async function nextStep(
  learner: Learner,
  context: ActivityContext,
  found: FoundItem,
  view: SittingView,
): Promise<SittingView> {
  const { world, chance, character } = learner;
  const { current } = view;
  if (!current || current.state.settled) {
    world.advance(5_000);
    return nextItem(learner, context);
  }
  let { state } = current;
  if (context.delivery.hints && state.used > 0 && state.hintsLeft > 0 && happens(chance, 0.35)) {
    state = (await requestHint(learner, context, current.id)).item.state;
  }
  const readyAt = world.now().getTime() + thinkingTimeMs(chance, found.item, character.pace);
  if (state.deadline !== null && readyAt > state.deadline + graceMs / 2) {
    // Some let the clock run out; the others submit half a second before the deadline.
    if (happens(chance, 0.6)) {
      world.moveTo(new Date(state.deadline + graceMs + 1_000));
      return nextItem(learner, context);
    }
    world.moveTo(new Date(Math.max(world.now().getTime(), state.deadline - 500)));
  } else {
    world.moveTo(new Date(readyAt));
  }
  const answered = await submitAnswer(learner, context, found, state);
  if (!answered.sitting) throw new Error('A challenge or test must reply with the state of its sitting');
  return answered.sitting;
}

async function nextItem(
  { world, user }: Learner,
  { lesson, activity }: ActivityContext,
): Promise<SittingView> {
  const opened = await openNextItem(world, user, { lesson: lesson.id, activity });
  if (!opened.ok)
    throw new Error(`The ${activity} of ${lesson.slug} cannot open the next item: ${opened.reason}`);
  return opened.value;
}
