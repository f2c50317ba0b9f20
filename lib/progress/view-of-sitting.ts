import type { Item } from '#lib/item/registry.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import { shownContext } from '#lib/sitting/activity-context.ts';
import type { Credit } from '#lib/sitting/clock-reading.ts';
import {
  currentItem,
  isDone,
  isTimed,
  isWaiting,
  itemsOf,
  mayContinue,
  questionAfter,
  servedItem,
} from '#lib/sitting/item-record.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import type { ChallengeResult, ItemStatus, SittingView, TestResult } from './sitting-view.ts';

/** What a view shows beside the sitting. */
export interface ViewFacts {
  /** The pauses that were credited to the current item. */
  readonly credits: readonly Credit[];
  /** The result of a closed test. */
  readonly testResult: TestResult | null;
}

const closedOrNew = {
  ...{ credits: [], current: null, mayOpenNext: false, mayEndEarly: false, afterFlag: null },
} as const;

/** A challenge or test as the user sees it now: the open one, or the last one with its result. */
export function viewOfSitting(unshown: ActivityContext, facts: ViewFacts, now: Date): SittingView {
  const context = shownContext(unshown);
  const shown = context.open ?? context.latest;
  const { address, activity, records } = context;
  const base = { address, activity, now: now.getTime() };
  if (!shown)
    return { ...base, ...closedOrNew, status: 'new', statuses: [], answeredItems: [], result: null };
  const items = itemsOf(context, shown);
  const served = (item: Item, closed: boolean) =>
    servedItem(context, item, { record: records.get(item.id), now, closed });
  if (isOver(context, now)) {
    const answeredItems = items.map((item) => served(item, true));
    return {
      ...base,
      ...closedOrNew,
      status: 'closed',
      statuses: answeredItems.map((item) => (item.state.solved ? 'right' : 'wrong')),
      answeredItems,
      result:
        context.kind.mode === 'test' ? facts.testResult : challengeResult(context, shown, answeredItems),
    };
  }
  const opened = currentItem(context);
  const record = opened && records.get(opened.id);
  return {
    ...base,
    status: 'open',
    statuses: [
      ...items.map((item) => statusOf(context, item, item === opened, now)),
      ...remainingStatuses(shown, items.length),
    ],
    mayEndEarly: shown.scope === 'stepwise',
    afterFlag: questionAfter(context, shown),
    current: opened ? served(opened, false) : null,
    credits: facts.credits,
    mayOpenNext: (!record || mayContinue(record, now)) && items.some((item) => !records.has(item.id)),
    answeredItems: [],
    result: null,
  };
}

/** Whether a started sitting is closed, or has no item left that accepts an answer. */
export function isOver(context: ActivityContext, now: Date): boolean {
  const shown = context.open ?? context.latest;
  if (!shown) return false;
  return (
    shown.closedAt !== null ||
    itemsOf(context, shown).every((item) => isDone(context.records.get(item.id), context, now))
  );
}

/** A status for each question that a test may still ask, when its questions are chosen one by one. */
function remainingStatuses({ scope, most }: Sitting, served: number): ItemStatus[] {
  const length = scope === 'stepwise' ? Math.max(0, (most ?? 0) - served) : 0;
  return Array.from({ length }, () => 'todo');
}

function statusOf(context: ActivityContext, item: Item, isCurrent: boolean, now: Date): ItemStatus {
  const record = context.records.get(item.id);
  if (!record) return 'todo';
  if (isCurrent && !isDone(record, context, now)) return 'current';
  if (isWaiting(record)) return 'flagged';
  if (context.delivery.feedback === 'at-end') return 'answered';
  return record.serving.solved ? 'right' : 'wrong';
}

function challengeResult(
  context: ActivityContext,
  { scope }: Sitting,
  items: readonly ServedItem[],
): ChallengeResult {
  const { badge } = context.lesson;
  const right = items.filter((item) => item.state.solved).length;
  const earned = right === items.length && scope !== 'missed' && badge?.rule === 'challenge' ? badge : null;
  return {
    kind: 'challenge',
    right,
    total: items.length,
    timed: isTimed(
      context,
      items.flatMap(({ id }) => context.items.find((item) => item.id === id) ?? []),
    ),
    missedOnly: scope === 'missed',
    badge: earned && { id: earned.id, name: earned.name, about: earned.about },
  };
}
