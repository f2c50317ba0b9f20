import type { Item } from '#lib/item/registry.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { passagePath } from '#lib/lesson/library.ts';
import { passageLabel, teachingPassage } from '#lib/lesson/passages.ts';
import type { ActivityContext, ItemRecord } from './activity-context.ts';
import { askedVariant } from './asked-item.ts';
import { hasRunOut, isPastGrace } from './clock.ts';
import { noPaymentFacts } from './points.ts';
import { type ServedItem, serve, type TeachingPassage } from './served-item.ts';
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

/**
 * The item on the screen: the one that was opened last. In a test whose questions are known from the start it is the
 * question that was opened or returned to last, of those that wait for an answer.
 */
export function currentItem(context: ActivityContext): Item | undefined {
  const shown = context.open ?? context.latest;
  if (!shown) return undefined;
  const opened = itemsOf(context, shown).filter(({ id }) => context.records.has(id));
  const waiting = mayFlag(context, shown)
    ? opened.filter(({ id }) => isWaiting(context.records.get(id)))
    : [];
  const openedAt = ({ id }: Item) => context.records.get(id)?.serving.openedAt.getTime() ?? 0;
  return waiting.toSorted((a, b) => openedAt(a) - openedAt(b)).at(-1) ?? opened.at(-1);
}

/** Whether questions may be left for later: in a test that does not choose each by the answers before. */
export const mayFlag = (
  { kind }: Pick<ActivityContext, 'kind'>,
  { scope }: Pick<Sitting, 'scope'>,
): boolean => kind.mode === 'test' && scope !== 'stepwise';

/** Whether an item was opened and still waits for an answer, for which it has all the time. */
export const isWaiting = (record: ItemRecord | undefined): boolean =>
  record !== undefined && record.serving.settledAt === null && record.serving.deadlineAt === null;

/** The question of that number, counted from 1, if it may be opened in place of the one on the screen; else undefined. */
export function questionToOpen(context: ActivityContext, sitting: Sitting, number: number): Item | undefined {
  const item = mayFlag(context, sitting) ? itemsOf(context, sitting)[number - 1] : undefined;
  const record = item && context.records.get(item.id);
  return item === currentItem(context) || record?.serving.settledAt ? undefined : item;
}

/**
 * The number of the question to which leaving the current one leads: the next that was not opened yet, else the next that
 * was left; null where there is no other, and where none may be left.
 */
export function questionAfter(context: ActivityContext, sitting: Sitting): number | null {
  if (!mayFlag(context, sitting)) return null;
  const items = itemsOf(context, sitting);
  const current = currentItem(context);
  const at = current ? items.indexOf(current) : -1;
  const numbers = [...items.keys()].map((step) => (at + 1 + step) % items.length).filter((n) => n !== at);
  const recordAt = (n: number) => context.records.get(items[n]?.id ?? '');
  const next = numbers.find((n) => !recordAt(n)) ?? numbers.find((n) => isWaiting(recordAt(n)));
  return next === undefined ? null : next + 1;
}

/** The items of a sitting that the lesson still has. */
export function itemsOf(context: ActivityContext, sitting: Sitting): Item[] {
  return sitting.itemIds.flatMap((id) => context.items.find((item) => item.id === id) ?? []);
}

/** Whether all items with a time limit had a clock: turning the clock off during the sitting makes it untimed. */
export function isTimed({ records }: Pick<ActivityContext, 'records'>, items: readonly Item[]): boolean {
  const clocked = items.filter((item) => item.timeMs !== null);
  return clocked.length > 0 && clocked.every((item) => records.get(item.id)?.serving.deadlineAt != null);
}

/** The passage that the item names, or the first that its objective names. */
function passageOf(lesson: Lesson, item: Item): TeachingPassage | null {
  const passage = teachingPassage(lesson, item);
  if (!passage) return null;
  const { id, objective, taught } = item;
  return {
    title: passageLabel(passage),
    href: passagePath(lesson, passage),
    textHref: `/texts/passages/${lesson.id}/${taught === undefined ? objective : id}`,
  };
}

/** An item as the user sees it now; of one that varies, the variant of the sitting. */
export function servedItem(
  context: Pick<ActivityContext, 'lesson' | 'seed' | 'address' | 'delivery' | 'payments'>,
  asked: Item,
  {
    record,
    now,
    closed,
  }: { readonly record: ItemRecord | undefined; readonly now: Date; readonly closed: boolean },
): ServedItem {
  const sealed = context.lesson.secrets.get(asked.id);
  if (!sealed) throw new Error(`The item ${asked.id} has no secret half`);
  const { item, secret } = askedVariant({ item: asked, secret: sealed.open() }, context.seed, record);
  const { serving, responses = [], draft } = record ?? {};
  const last = responses.at(-1);
  return serve({
    item,
    secret,
    seed: context.seed,
    address: context.address,
    delivery: context.delivery,
    used: serving?.used ?? 0,
    hintsOpened: serving?.hintsOpened ?? 0,
    points: responses.reduce((sum, response) => sum + response.points, 0),
    payment: context.payments.get(item.id) ?? noPaymentFacts,
    passage: passageOf(context.lesson, item),
    deadline: serving?.deadlineAt ?? null,
    closed,
    last: last ? { answer: last.answer, solved: serving?.solved ?? false } : null,
    draft,
    now,
  });
}
