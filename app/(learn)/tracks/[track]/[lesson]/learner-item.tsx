import type { ItemJsonProps } from '#components/item/form/item-json.ts';
import { LazyItemForm } from '#components/item/form/lazy-item-form.tsx';
import { type SentItem, sentItem } from '#components/item/form/sent-item.ts';
import { Mark } from '#components/ui/mark.tsx';
import { mayAttempt } from '#lib/access/may-attempt.ts';
import { itemType } from '#lib/item/registry.ts';
import { activityKind } from '#lib/lesson/activities.ts';
import { env } from '#lib/server/host/env.ts';
import { type MyActivity, myActivity } from '#lib/server/sitting/my-activity.ts';
import { showHint, submitAnswer } from './actions.ts';

/** `signedIn`: whether this learner may send an answer. */
interface LearnerItemData extends SentItem, Pick<ItemJsonProps, 'label'> {
  readonly signedIn: boolean;
}

/** The questions of an activity as this learner sees them: shuffled, with earlier answers. */
export interface LearnerItems extends Pick<MyActivity, 'user' | 'address' | 'scope'> {
  readonly items: ReadonlyMap<string, LearnerItemData>;
  /** Whether any of them was answered in this round. */
  readonly isStarted: boolean;
}

const visitor = { role: 'guest' } as const;

/** Everything that the questions of a page need, so that none of them waits for something of its own. */
export async function learnerItems(lesson: string, activity: string): Promise<LearnerItems | null> {
  const mine = await myActivity(lesson, activity);
  if (!mine) return null;
  const items = new Map<string, LearnerItemData>();
  const isReading = activityKind(activity)?.isReading === true;
  for (const [id, item] of mine.items) {
    const { graded, runs } = itemType(item.type);
    const learner = mine.user ?? visitor;
    const signedIn =
      (learner.role !== 'guest' || env().guests) &&
      mayAttempt(learner, { runs: runs !== undefined, activity });
    const label = isReading && graded ? { label: 'Quick check' } : {};
    items.set(id, { ...(await sentItem(item)), ...label, signedIn });
  }
  return { ...mine, items, isStarted: [...mine.items.values()].some(({ state }) => state.used > 0) };
}

interface Props {
  readonly mine: LearnerItems;
  readonly id: string;
  readonly path: string;
}

/** One question of an activity. */
export function LearnerItem({ mine, id, path }: Props) {
  const item = mine.items.get(id);
  if (!item) return mine.scope === 'missed' ? <RightBefore /> : null;
  return (
    <LazyItemForm
      {...item}
      address={mine.address}
      action={submitAnswer}
      hintAction={showHint}
      userId={mine.user?.id}
      signInHref={`/signin?next=${encodeURIComponent(path)}`}
    />
  );
}

/** Replaces a question that is not in a round of missed questions. */
function RightBefore() {
  return (
    <p className="flex max-w-[46rem] items-center gap-2.5 rounded-md border border-line px-4 py-3 text-ink-soft">
      <Mark kind="right" />
      You got this right last time, so it is not in this round.
    </p>
  );
}
