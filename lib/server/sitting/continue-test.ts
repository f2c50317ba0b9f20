import type { SessionUser } from '#lib/access/user.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import type { Result } from '#lib/result.ts';
import { verdictToContinue } from '#lib/server/mastery/test-result.ts';
import type { World } from '#lib/server/world.ts';
import { type ActivityName, withSitting } from '#lib/sitting/activity-context.ts';
import { newSitting } from '#lib/sitting/new-sitting.ts';
import type { StartRefusal } from '#lib/sitting/refusals.ts';
import { advanceSitting } from './advance-sitting.ts';
import { startOncePerLearner } from './start-once-per-learner.ts';
import { storeSitting } from './store-sitting.ts';

/** Continues a test with an unsure verdict: its answers still count, and further questions are asked one by one. */
export function continueTest(
  world: World,
  user: SessionUser,
  name: ActivityName,
): Promise<Result<SittingView, StartRefusal>> {
  return startOncePerLearner(world, user, name, async (tx, { context, now }) => {
    if (context.kind.mode !== 'test') return 'not-found';
    if (context.open) return context;
    const previous = await verdictToContinue(tx, context, now);
    if (!previous) return 'not-open';
    const more = {
      scope: 'stepwise',
      most: world.testRule.maxQuestions,
      continues: previous.sittingId,
    } as const;
    const sitting = newSitting(context, { id: world.newId(), items: [], now, more });
    await storeSitting(tx, context, sitting);
    const started = withSitting(context, sitting);
    return advanceSitting(tx, started, sitting, { user, now });
  });
}
