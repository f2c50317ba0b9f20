import type { Item } from '#lib/item/registry.ts';
import type { ActivityContext, ItemRecord } from './activity-context.ts';
import { hasRunOut, isPastGrace } from './clock.ts';
import { type ServedItem, serve } from './served-item.ts';
import type { Sitting } from './sitting.ts';

export const isSolved = (record: ItemRecord | undefined): boolean => record?.serving.solved ?? false;

/** Whether the next item may be opened: this one is settled, or its time is over, even if its grace is not. */
export const mayContinue = ({ serving }: ItemRecord, now: Date): boolean =>
  serving.settledAt !== null || hasRunOut(serving.deadlineAt, now);

/** Whether no further answer is accepted: the item is settled, or its time and grace are over. */
export function isDone(record: ItemRecord | undefined, { delivery }: ActivityContext, now: Date): boolean {
  if (!record) return false;
  const { settledAt, deadlineAt } = record.serving;
  return settledAt !== null || (delivery.starts === 'on-request' && isPastGrace(deadlineAt, now));
}

/** The first item that was not opened yet; undefined while the user is still working on another one. */
export function nextToOpen(context: ActivityContext, sitting: Sitting, now: Date): Item | undefined {
  const isWorking = [...context.records.values()].some((record) => !mayContinue(record, now));
  return isWorking ? undefined : itemsOf(context, sitting).find(({ id }) => !context.records.has(id));
}

/** The items of a sitting that the lesson still has. */
export function itemsOf(context: ActivityContext, sitting: Sitting): Item[] {
  return sitting.itemIds.flatMap((id) => context.items.find((item) => item.id === id) ?? []);
}

/** Whether all items with a time limit had a clock: turning the clock off during the sitting makes it untimed. */
export function isTimed({ records }: ActivityContext, items: readonly Item[]): boolean {
  const clocked = items.filter((item) => item.timeMs !== null);
  return clocked.length > 0 && clocked.every((item) => records.get(item.id)?.serving.deadlineAt != null);
}

/** An item as the user sees it now. */
export function servedItem(
  context: Pick<ActivityContext, 'lesson' | 'seed' | 'address' | 'delivery'>,
  item: Item,
  {
    record,
    now,
    closed,
  }: { readonly record: ItemRecord | undefined; readonly now: Date; readonly closed: boolean },
): ServedItem {
  const sealed = context.lesson.secrets.get(item.id);
  if (!sealed) throw new Error(`The item ${item.id} has no secret half`);
  const { serving, responses = [], draft } = record ?? {};
  const last = responses.at(-1);
  return serve({
    item,
    secret: sealed.open(),
    seed: context.seed,
    address: context.address,
    delivery: context.delivery,
    used: serving?.used ?? 0,
    hintsOpened: serving?.hintsOpened ?? 0,
    points: responses.reduce((sum, response) => sum + response.points, 0),
    deadline: serving?.deadlineAt ?? null,
    closed,
    last: last ? { answer: last.answer, solved: serving?.solved ?? false } : null,
    draft,
    now,
  });
}
