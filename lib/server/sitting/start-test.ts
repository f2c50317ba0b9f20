import type { Db, Tx } from '#db/client.ts';
import { listTestStarts } from '#db/sittings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { chance } from '#lib/chance/chance.ts';
import type { Item } from '#lib/item/registry.ts';
import { openTest } from '#lib/mastery/concept-test.ts';
import { testsLeftToday } from '#lib/mastery/may-test-again.ts';
import { itemsToAvoid, lessonBank } from '#lib/server/mastery/test-facts.ts';
import type { World } from '#lib/server/world.ts';
import { type ActivityContext, withSitting } from '#lib/sitting/activity-context.ts';
import { newSitting } from '#lib/sitting/new-sitting.ts';
import type { StartRefusal } from '#lib/sitting/refusals.ts';
import { advanceSitting, openItem } from './advance-sitting.ts';
import type { StartContext } from './start-once-per-learner.ts';
import { storeSitting } from './store-sitting.ts';

const twoDaysMs = 48 * 60 * 60_000;

/** How many tests of a lesson a user may still start today. */
export async function testsLeft(
  db: Db,
  { id, timeZone }: Pick<SessionUser, 'id' | 'timeZone'>,
  lessonId: string,
  now: Date,
): Promise<number> {
  const starts = await listTestStarts(db, { userId: id, lessonId }, new Date(now.getTime() - twoDaysMs));
  return testsLeftToday(starts, now, timeZone);
}

/** Starts a test; refused when the user has started as many as are allowed on one day. */
export async function startTest(
  tx: Tx,
  world: World,
  { person, user, context, now }: StartContext,
): Promise<ActivityContext | StartRefusal> {
  const learner = { id: user.id, timeZone: person.timeZone };
  if ((await testsLeft(tx, learner, context.lesson.id, now)) === 0) return 'tested-enough';
  const rule = world.testRule;
  const bank = await lessonBank(tx, context.lesson, rule);
  const test = openTest(bank, rule, await itemsToAvoid(tx, context, now), chance(context.seed));
  const form = test.form.flatMap((id): Item[] => context.all.filter((item) => item.id === id));
  const scope = test.mode === 'adaptive' ? 'stepwise' : 'drawn';
  const more = { scope, most: rule.maxQuestions } as const;
  const sitting = newSitting(context, { id: world.newId(), items: form, now, more });
  await storeSitting(tx, context, sitting);
  const started = withSitting(context, sitting);
  if (form[0]) return openItem(tx, started, sitting, { item: form[0], user, now });
  return advanceSitting(tx, started, sitting, { user, now });
}
