import type { SessionUser } from '#lib/access/user.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import type { Result } from '#lib/result.ts';
import type { ActivityName } from '#lib/server/sitting/activity-context.ts';
import { storeSitting } from '#lib/server/sitting/open-item.ts';
import { loadContext, startOncePerLearner } from '#lib/server/sitting/start-once-per-learner.ts';
import type { World } from '#lib/server/world.ts';
import type { StartRefusal } from '#lib/sitting/refusals.ts';
import { advanceTest } from './advance-test.ts';
import { verdictToContinue } from './test-result.ts';

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
    const sitting = await storeSitting(tx, {
      context,
      items: [],
      user,
      id: world.newId(),
      now,
      more: {
        scope: 'stepwise',
        most: world.testRule.maxQuestions,
        continues: previous.sittingId,
      },
    });
    await advanceTest(tx, { context, sitting, user, now });
    return (await loadContext(tx, world, { userId: user.id, name, now })) ?? 'not-found';
  });
}
