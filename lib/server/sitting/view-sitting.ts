import type { Db } from '#db/client.ts';
import type { Sitting } from '#db/sittings.ts';
import type { Item } from '#lib/item/registry.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { ChallengeResult, ItemStatus, SittingView } from '#lib/progress/sitting-view.ts';
import { creditsOf } from '#lib/server/clock/read-clock.ts';
import { testResult } from '#lib/server/mastery/test-result.ts';
import { isPastGrace } from '#lib/sitting/clock.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import type { ActivityContext } from './activity-context.ts';
import { isTimed } from './finish-sitting.ts';
import { mayContinue } from './open-item.ts';
import { type ItemRecord, itemsOf, readSitting, servedItem } from './read-sitting.ts';

/** A challenge or test as the user sees it now: the open one, or the last one with its result. `stored` are its records, if they were read. */
export async function viewSitting(
  db: Db,
  context: ActivityContext,
  now: Date,
  stored?: ReadonlyMap<string, ItemRecord>,
): Promise<SittingView> {
  const shown = context.open ?? context.latest;
  const base = { address: context.address, activity: context.activity, credits: [], now: now.getTime() };
  if (!shown) {
    return {
      ...base,
      status: 'new',
      statuses: [],
      current: null,
      mayOpenNext: false,
      mayEndEarly: false,
      answeredItems: [],
      result: null,
    };
  }
  const shownContext: ActivityContext = {
    ...context,
    seed: shown.seed,
    address: { ...context.address, ordinal: shown.ordinal },
  };
  const records = stored ?? (await readSitting(db, shown.id));
  const items = itemsOf(context, shown);
  const closed = shown.closedAt !== null || items.every((item) => isDone(records.get(item.id), context, now));
  const view = { ...base, address: shownContext.address };
  if (closed) {
    const answeredItems = items.map((item) =>
      servedItem(shownContext, item, { record: records.get(item.id), now, closed: true }),
    );
    return {
      ...view,
      status: 'closed',
      statuses: answeredItems.map((item) => (item.state.solved ? 'right' : 'wrong')),
      current: null,
      mayOpenNext: false,
      mayEndEarly: false,
      answeredItems,
      result:
        context.kind.mode === 'test'
          ? await testResult(db, context, now)
          : challengeResult(context.lesson, shown, answeredItems, isTimed(items, records)),
    };
  }
  const opened = items.findLast((item) => records.has(item.id));
  const current = opened
    ? servedItem(shownContext, opened, { record: records.get(opened.id), now, closed: false })
    : null;
  const record = opened && records.get(opened.id);
  const isSettled = !record || mayContinue(record, now);
  return {
    ...view,
    status: 'open',
    statuses: [
      ...items.map((item) => mark(item, opened, { record: records.get(item.id), context, now })),
      ...remainingStatuses(shown, items.length),
    ],
    mayEndEarly: shown.scope === 'stepwise',
    current,
    credits: opened ? await creditsOf(db, shown.id, opened.id) : [],
    mayOpenNext: isSettled && items.some((item) => !records.has(item.id)),
    answeredItems: [],
    result: null,
  };
}

/** Whether no further answer is accepted: the item is settled, or its time and grace are over. */
export function isDone(record: ItemRecord | undefined, context: ActivityContext, now: Date): boolean {
  if (!record?.serving) return false;
  const { settledAt, deadlineAt } = record.serving;
  return settledAt !== null || (context.delivery.starts === 'on-request' && isPastGrace(deadlineAt, now));
}

/** A status for each question that a test may still ask, when its questions are chosen one by one. */
function remainingStatuses({ scope, most }: Sitting, served: number): ItemStatus[] {
  const length = scope === 'stepwise' ? Math.max(0, (most ?? 0) - served) : 0;
  return Array.from({ length }, () => 'todo');
}

function mark(
  item: Item,
  opened: Item | undefined,
  {
    record,
    context,
    now,
  }: { readonly record: ItemRecord | undefined; readonly context: ActivityContext; readonly now: Date },
): ItemStatus {
  if (!record) return 'todo';
  if (!isDone(record, context, now) && item === opened) return 'current';
  if (context.delivery.feedback === 'at-end') return 'answered';
  return record.serving?.solved ? 'right' : 'wrong';
}

function challengeResult(
  lesson: Lesson,
  { scope }: Sitting,
  items: readonly ServedItem[],
  isTimedSitting: boolean,
): ChallengeResult {
  const right = items.filter((item) => item.state.solved).length;
  const whole = right === items.length && scope !== 'missed';
  const earned = whole && lesson.badge?.rule === 'challenge' ? lesson.badge : null;
  return {
    kind: 'challenge',
    right,
    total: items.length,
    timed: isTimedSitting,
    missedOnly: scope === 'missed',
    badge: earned && { id: earned.id, name: earned.name, about: earned.about },
  };
}
