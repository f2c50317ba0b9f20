import type { Role } from '#lib/access/role.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { ItemDifficulty, LessonOffset, UpdatedBeliefs } from '#lib/mastery/answer-beliefs.ts';
import type { StoredConceptDifficulty } from '#lib/mastery/replayed-beliefs.ts';
import type { TestFacts } from '#lib/mastery/sitting-test.ts';
import type { ScheduledSubject } from '#lib/review/recount-reviews.ts';
import { type ActivityContext, openRecord, withSitting } from '#lib/sitting/activity-context.ts';
import type { ClockSettings } from '#lib/sitting/new-sitting.ts';
import type { Sitting, StoredResponse, StoredServing } from '#lib/sitting/sitting.ts';
import type { StoredStreak } from './streak.ts';
import type { ActivityTally, ItemTally } from './tally.ts';
import type { UnrevealedAnswer } from './unrevealed-answer.ts';

/** The parts of a user's row that answers change. */
export interface LearnerTotals extends StoredStreak {
  readonly xp: number;
  readonly abilityMean: number;
  readonly abilityVariance: number;
  /** The clock of the last answer. */
  readonly ledgerClock: number;
}

export interface Learner extends LearnerTotals, ClockSettings {
  readonly id: string;
  /** Answers of guests say nothing of items and earn no badges. */
  readonly role: Role;
  readonly timeZone: string;
}

/** Everything that the grade of an answer to one item, and what follows from it, depend on. */
export interface Attempt {
  readonly context: ActivityContext;
  readonly found: FoundItem;
  readonly learner: Learner;
  /** The learner's totals in all activities. */
  readonly standings: readonly ActivityTally[];
  /** Answers that are not to be revealed yet, when this one was received. */
  readonly unrevealed: readonly UnrevealedAnswer[];
  /** Whether the item may join the sitting, although its draw does not include it. */
  readonly joins: boolean;
  readonly history: ItemHistory;
  /** What the next question and the verdict of a test depend on; null elsewhere. */
  readonly test: TestFacts | null;
}

/** What is stored about one item, its lesson and its learner; undefined before the first answer. */
export interface ItemHistory {
  readonly item: ItemTally | undefined;
  /** The most hints of the item that the learner has opened in one sitting. */
  readonly hintsOpened: number;
  /** The answer with this idempotency key, of any item. */
  readonly repeat: Pick<StoredResponse, 'itemId' | 'answer'> | undefined;
  readonly concept: StoredConceptDifficulty | undefined;
  readonly difficulty: ItemDifficulty | undefined;
  readonly offset: LessonOffset | undefined;
  /** The schedule of the item's subject; with feedback at the end, all of the lesson's. */
  readonly reviews: readonly ScheduledSubject[];
}

/** Everything that one graded answer changes. */
export interface AnswerChanges {
  /** The sitting that it belongs to. It is stored with its first answer. */
  readonly sitting: Sitting;
  readonly serving: StoredServing;
  readonly response: StoredResponse;
  readonly learner: LearnerTotals;
  readonly item: ItemTally;
  readonly activity: ActivityTally;
  /** Null for a kind that is not graded, and for a guest. */
  readonly beliefs: UpdatedBeliefs | null;
  readonly reviews: readonly ScheduledSubject[];
}

/** The learner's totals in all activities after an answer. */
export function afterChanges(
  before: readonly ActivityTally[],
  { activity }: Pick<AnswerChanges, 'activity'>,
): ActivityTally[] {
  const isOther = (row: ActivityTally) =>
    row.lessonId !== activity.lessonId || row.activity !== activity.activity;
  return [...before.filter(isOther), activity];
}

/** The activity and the learner's totals after an answer, which has also replaced the draft of its item. */
export function afterAnswer(
  { context, standings }: Attempt,
  changes: AnswerChanges,
): { readonly context: ActivityContext; readonly standings: readonly ActivityTally[] } {
  const { sitting, serving, response } = changes;
  const before = openRecord(context, serving.itemId)?.responses ?? [];
  const record = { serving, responses: [...before, response], draft: undefined };
  const { tries, points } = changes.item;
  const payment = { tries, points, hintsOpened: response.hintsOpened };
  const payments = new Map([...context.payments, [serving.itemId, payment] as const]);
  return {
    context: { ...withSitting(context, sitting, [record]), payments },
    standings: afterChanges(standings, changes),
  };
}

/** The belief about the learner in the lesson after an answer: ability plus offset, in logits; null before a graded one. */
export function standingAfter({ learner, history }: Attempt, { beliefs }: AnswerChanges): number | null {
  if (beliefs) return beliefs.ability.mean + beliefs.offset.mean;
  return history.offset ? learner.abilityMean + history.offset.mean : null;
}
