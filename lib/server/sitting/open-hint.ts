import { z } from 'zod';
import type { Tx } from '#db/client.ts';
import { openNextHint } from '#db/servings.ts';
import { mayAttempt } from '#lib/access/may-attempt.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { itemType } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';
import { type ActivityContext, openRecord } from '#lib/sitting/activity-context.ts';
import { askedItem } from '#lib/sitting/asked-item.ts';
import { isServedIn } from '#lib/sitting/drill.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import type { HintRefusal } from '#lib/sitting/refusals.ts';
import { shownVersion } from '#lib/sitting/served-item.ts';
import { ensureSitting } from './ensure-sitting.ts';
import { findActivityContext } from './find-activity-context.ts';
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
  const found = (await world.library()).item(input.item);
  if (!found || found.lesson.id !== input.lesson || !isServedIn(found.activity, input.activity))
    return refuse('not-found');
  if (!mayAttempt(user, { runs: false, activity: input.activity })) return refuse('account-needed');
  return world.database.transaction(async (tx): Promise<Result<SubmitReply, HintRefusal>> => {
    const isGuest = user.role === 'guest';
    const request = { userId: user.id, isGuest, name: input, now, itemId: input.item };
    const before = await findActivityContext(tx, world, request);
    const refused = before ? await openIn(tx, world, before, { found, user, input, now }) : 'not-found';
    if (refused) return refuse(refused);
    const context = await findActivityContext(tx, world, request);
    if (!context) return refuse('not-found');
    const record = context.records.get(input.item);
    return ok({
      kind: 'recorded',
      item: servedItem(context, found.item, { record, now, closed: false }),
      gained: 0,
      totals: null,
      badge: null,
      sitting: context.delivery.starts === 'on-request' ? await viewSitting(tx, context, now) : null,
      progress: null,
    });
  });
}

/** Opens the hint, or returns why it is refused. */
async function openIn(
  tx: Tx,
  world: World,
  context: ActivityContext,
  {
    found,
    user,
    input,
    now,
  }: {
    readonly found: FoundItem;
    readonly user: SessionUser;
    readonly input: z.infer<typeof HintRequest>;
    readonly now: Date;
  },
): Promise<HintRefusal | null> {
  const { item } = found;
  if (!context.delivery.hints && !itemType(item.type).freeHints) return 'no-hints';
  if (context.address.ordinal !== input.sitting) return 'settled';
  const asked = askedItem(found, context.seed, openRecord(context, item.id));
  const shown = shownVersion(asked.item, context.seed) === input.version;
  const sitting = await ensureSitting(tx, world, context, { item, user, now, shown });
  if (sitting === 'not-open' && context.open) return 'no-hints';
  if (typeof sitting === 'string') return sitting === 'settled' ? 'not-open' : sitting;
  const { seen } = input;
  const hint = await openNextHint(tx, sitting.id, item.id, { hints: item.hintCount, seen });
  if (hint !== undefined) return null;
  const opened = context.records.get(item.id)?.serving.hintsOpened ?? 0;
  return seen !== undefined && opened > seen ? null : 'no-hints';
}
