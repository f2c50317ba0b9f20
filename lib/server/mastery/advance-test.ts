import type { Tx } from '#db/client.ts';
import { addToSitting, type Sitting } from '#db/sittings.ts';
import { chance } from '#lib/chance/chance.ts';
import { nextItem } from '#lib/mastery/concept-test.ts';
import type { EarnedBadge } from '#lib/progress/sitting-view.ts';
import type { Place } from '#lib/server/sitting/activity-context.ts';
import { finishSitting } from '#lib/server/sitting/finish-sitting.ts';
import { openItem, type Sitter } from '#lib/server/sitting/open-item.ts';
import { loadTestState } from './test-state.ts';

/** Asks the next question of a test, or ends the test with its verdict. */
export async function advanceTest(
  tx: Tx,
  place: Place,
  sitting: Sitting,
  user: Sitter,
  now: Date,
): Promise<EarnedBadge | null> {
  const { bank, rule, test, avoided } = await loadTestState(tx, place, sitting, now);
  const next = nextItem(bank, rule, test, avoided, chance(`${sitting.seed}/question/${test.asked.length}`));
  const item = place.all.find(({ id }) => id === next?.id);
  if (!item) return finishSitting(tx, place, sitting, user.id, now);
  if (!sitting.itemIds.includes(item.id)) await addToSitting(tx, sitting, item.id);
  await openItem(tx, place, sitting, item, user, now);
  return null;
}
