import type { Tx } from '#db/client.ts';
import { listTestStarts } from '#db/sittings.ts';
import { chance } from '#lib/chance/chance.ts';
import type { Item } from '#lib/item/registry.ts';
import { openTest } from '#lib/mastery/concept-test.ts';
import { mayTestAgain } from '#lib/mastery/may-test-again.ts';
import type { ActivityContext } from '#lib/server/sitting/activity-context.ts';
import { openItem, storeSitting } from '#lib/server/sitting/open-item.ts';
import { servedBeforeTest } from '#lib/server/sitting/select-items.ts';
import { loadContext, type StartContext } from '#lib/server/sitting/start-once-per-learner.ts';
import type { World } from '#lib/server/world.ts';
import type { StartRefusal } from '#lib/sitting/refusals.ts';
import { advanceTest } from './advance-test.ts';
import { lessonBank } from './test-state.ts';

const twoDaysMs = 48 * 60 * 60_000;

/** Starts a test; refused when the user has started as many as are allowed on one day. */
export async function startTest(
  tx: Tx,
  world: World,
  { person, user, context, now }: StartContext,
): Promise<ActivityContext | StartRefusal> {
  const learner = { userId: user.id, lessonId: context.lesson.id };
  const starts = await listTestStarts(tx, learner, new Date(now.getTime() - twoDaysMs));
  if (!mayTestAgain(starts, now, person.timeZone)) return 'tested-enough';
  const rule = world.testRule;
  const bank = await lessonBank(tx, context.lesson, rule);
  const test = openTest(bank, rule, await servedBeforeTest(tx, context, now), chance(context.seed));
  const form = test.form.flatMap((id): Item[] => context.all.filter((item) => item.id === id));
  const scope = test.mode === 'adaptive' ? 'stepwise' : 'drawn';
  const sitting = await storeSitting(tx, {
    context,
    items: form,
    user,
    id: world.newId(),
    now,
    more: { scope, most: rule.maxQuestions },
  });
  if (form[0]) await openItem(tx, { context, sitting, item: form[0], user, now });
  else await advanceTest(tx, { context, sitting, user, now });
  const name = { lesson: context.lesson.id, activity: context.activity };
  return (await loadContext(tx, world, { userId: user.id, name, now })) ?? 'not-found';
}
