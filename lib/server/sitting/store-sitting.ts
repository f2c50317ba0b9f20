import type { Tx } from '#db/client.ts';
import { ConflictError } from '#db/retry.ts';
import { closeSitting, openSitting, setItems } from '#db/sittings.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';

/** Stores a sitting that so far existed only as a seed, or the items that it serves now. Writes nothing without a change. */
export async function storeSitting(
  tx: Tx,
  { open, latest }: Pick<ActivityContext, 'open' | 'latest'>,
  sitting: Sitting,
): Promise<void> {
  if (open?.id === sitting.id) {
    if (open.itemIds.length !== sitting.itemIds.length) await setItems(tx, sitting);
    return;
  }
  if (latest && !latest.closedAt) await closeSitting(tx, latest.id, sitting.startedAt);
  if (!(await openSitting(tx, sitting))) throw new ConflictError('Another sitting was opened meanwhile');
}
