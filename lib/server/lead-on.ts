import type { Tx } from '#db/client.ts';
import { addToSitting, type Sitting } from '#db/sittings.ts';
import { nextItem } from '#lib/mastery/concept-test.ts';
import { chance } from '#lib/sitting/chance.ts';
import type { EarnedBadge } from '#lib/sitting/sitting-view.ts';
import { finishSitting } from './finish-sitting.ts';
import { openItem, type Sitter } from './open-item.ts';
import type { Place } from './place.ts';
import { testInHand } from './test-in-hand.ts';

/** Leads a test on whose questions so far are answered: to the next one, or to its verdict. */
export async function leadOn(
  tx: Tx,
  place: Place,
  sitting: Sitting,
  user: Sitter,
  now: Date,
): Promise<EarnedBadge | null> {
  const { bank, rule, test, met } = await testInHand(tx, place, sitting, now);
  const next = nextItem(bank, rule, test, met, chance(`${sitting.seed}/question/${test.asked.length}`));
  const item = place.all.find(({ id }) => id === next?.id);
  if (!item) return finishSitting(tx, place, sitting, user.id, now);
  if (!sitting.itemIds.includes(item.id)) await addToSitting(tx, sitting, item.id);
  await openItem(tx, place, sitting, item, user, now);
  return null;
}
