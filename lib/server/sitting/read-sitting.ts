import type { Db } from '#db/client.ts';
import { listDrafts } from '#db/drafts.ts';
import { listResponses, type Response } from '#db/responses.ts';
import { listServings, type Serving as ServingRow } from '#db/servings.ts';
import type { Sitting } from '#db/sittings.ts';
import type { Item } from '#lib/item/registry.ts';
import type { Draft } from '#lib/sitting/draft.ts';
import { type ServedItem, serve } from '#lib/sitting/served-item.ts';
import type { ActivityContext } from './activity-context.ts';

/** The stored data of one item in one sitting. */
export interface ItemRecord {
  readonly serving: ServingRow | undefined;
  readonly last: Response | undefined;
  readonly points: number;
  readonly draft: Draft | undefined;
}

export const isSolved = (record: ItemRecord | undefined): boolean => record?.serving?.solved ?? false;

/** The items of a sitting that the lesson still has. */
export function itemsOf(context: ActivityContext, sitting: Sitting): Item[] {
  return sitting.itemIds.flatMap((id) => context.items.find((item) => item.id === id) ?? []);
}

/** The stored data of all items of a sitting, by item id; empty for a sitting that is not stored yet. */
export async function readSitting(db: Db, sittingId: string | undefined): Promise<Map<string, ItemRecord>> {
  if (!sittingId) return new Map();
  const [rows, responses] = [await listServings(db, sittingId), await listResponses(db, sittingId)];
  const drafts = await listDrafts(db, sittingId);
  return new Map(
    rows.map((serving) => {
      const own = responses.filter((response) => response.itemId === serving.itemId);
      return [
        serving.itemId,
        {
          serving,
          last: own.at(-1),
          points: own.reduce((sum, response) => sum + response.points, 0),
          draft: drafts.find((draft) => draft.itemId === serving.itemId),
        },
      ];
    }),
  );
}

/** An item as the user sees it now. */
export function servedItem(
  context: ActivityContext,
  item: Item,
  {
    record,
    now,
    closed,
  }: { readonly record: ItemRecord | undefined; readonly now: Date; readonly closed: boolean },
): ServedItem {
  const sealed = context.lesson.secrets.get(item.id);
  if (!sealed) throw new Error(`The item ${item.id} has no secret half`);
  const { serving, last, points = 0, draft } = record ?? {};
  return serve({
    item,
    secret: sealed.open(),
    seed: context.seed,
    address: context.address,
    delivery: context.delivery,
    used: serving?.used ?? 0,
    hintsOpened: serving?.hintsOpened ?? 0,
    points,
    deadline: serving?.deadlineAt ?? null,
    closed,
    last: last ? { answer: last.answer, solved: serving?.solved ?? false } : null,
    draft,
    now,
  });
}
