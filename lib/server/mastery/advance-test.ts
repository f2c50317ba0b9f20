import type { Tx } from '#db/client.ts';
import { addToSitting, type Sitting } from '#db/sittings.ts';
import { chance } from '#lib/chance/chance.ts';
import { nextItem } from '#lib/mastery/concept-test.ts';
import type { EarnedBadge } from '#lib/progress/sitting-view.ts';
import type { ActivityContext } from '#lib/server/sitting/activity-context.ts';
import { finishSitting } from '#lib/server/sitting/finish-sitting.ts';
import { openItem, type SittingUser } from '#lib/server/sitting/open-item.ts';
import { loadTestState } from './test-state.ts';

/** Opens the next question of a test, or closes the test with its verdict. Returns a badge that the test earned. */
export async function advanceTest(
  tx: Tx,
  {
    context,
    sitting,
    user,
    now,
  }: {
    readonly context: ActivityContext;
    readonly sitting: Sitting;
    readonly user: SittingUser;
    readonly now: Date;
  },
): Promise<EarnedBadge | null> {
  const { bank, rule, test, avoided } = await loadTestState(tx, context, sitting, now);
  const next = nextItem(bank, {
    rule,
    test,
    avoided,
    chance: chance(`${sitting.seed}/question/${test.answers.length}`),
  });
  const item = context.all.find(({ id }) => id === next?.id);
  if (!item) return finishSitting(tx, { context, sitting, userId: user.id, now });
  if (!sitting.itemIds.includes(item.id)) await addToSitting(tx, sitting, item.id);
  await openItem(tx, { context, sitting, item, user, now });
  return null;
}
