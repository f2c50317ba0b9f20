import { z } from 'zod';
import { findServing, openNextHint } from '#db/servings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { itemType } from '#lib/item/registry.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';
import { isServedIn } from '#lib/sitting/drill.ts';
import type { HintRefusal } from '#lib/sitting/refusals.ts';
import { shownVersion } from '#lib/sitting/served-item.ts';
import { ensureSitting } from './ensure-sitting.ts';
import { findActivityContext } from './find-activity-context.ts';
import { readSitting, servedItem } from './read-sitting.ts';
import { viewSitting } from './view-sitting.ts';

export const HintRequest = z.object({
  lesson: one(z.string().max(120)),
  activity: one(z.string().max(40)),
  sitting: one(z.coerce.number().int().min(1)),
  item: one(z.string().max(120)),
  version: one(z.string().max(64)).optional(),
  /** The number of hints that the page shows, so that a repeated request opens no further hint. */
  seen: one(z.coerce.number().int().min(0)).optional(),
});

/** Opens the next hint of an item. Its price is deducted only if the item is solved. */
export async function openHint(
  world: World,
  user: SessionUser,
  input: z.infer<typeof HintRequest>,
): Promise<Result<SubmitReply, HintRefusal>> {
  const now = world.now();
  const library = await world.library();
  const found = library.item(input.item);
  if (!found || found.lesson.id !== input.lesson || !isServedIn(found.activity, input.activity))
    return refuse('not-found');
  const type = itemType(found.item.type);
  const refused = await world.database.transaction(async (tx): Promise<HintRefusal | null> => {
    const context = await findActivityContext(tx, {
      library,
      secret: world.secret,
      userId: user.id,
      name: input,
      now,
    });
    if (!context) return 'not-found';
    if (!context.delivery.hints && !type.freeHints) return 'no-hints';
    if (context.address.ordinal !== input.sitting) return 'settled';
    if (context.delivery.starts === 'on-request' && !context.open) return 'not-open';
    const onRequest = context.delivery.starts === 'on-request';
    if (onRequest && !context.open?.itemIds.includes(input.item)) return 'outside';
    const shown = shownVersion(found.item, context.seed) === input.version;
    const sitting = onRequest
      ? context.open
      : await ensureSitting(tx, world, { context, found, user, now, shown });
    if (!sitting) return 'outside';
    const { seen } = input;
    const hint = await openNextHint(tx, sitting.id, input.item, { hints: found.item.hintCount, seen });
    if (hint !== undefined) return null;
    const opened = (await findServing(tx, sitting.id, input.item))?.hintsOpened ?? 0;
    return seen !== undefined && opened > seen ? null : 'no-hints';
  });
  if (refused) return refuse(refused);
  const { db } = world.database;
  const context = await findActivityContext(db, {
    library,
    secret: world.secret,
    userId: user.id,
    name: input,
    now,
  });
  if (!context) return refuse('not-found');
  const records = await readSitting(db, context.open?.id);
  return ok({
    kind: 'recorded',
    item: servedItem(context, found.item, { record: records.get(input.item), now, closed: false }),
    gained: 0,
    totals: null,
    badge: null,
    sitting: context.delivery.starts === 'on-request' ? await viewSitting(db, context, now) : null,
    progress: null,
  });
}
