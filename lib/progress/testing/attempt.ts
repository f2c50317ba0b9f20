import { alias } from '#lib/chance/chance.ts';
import type { Answer } from '#lib/item/registry.ts';
import { activityKind } from '#lib/lesson/activities.ts';
import { type Delivery, deliveryByMode } from '#lib/lesson/delivery.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { TestFacts } from '#lib/mastery/sitting-test.ts';
import type { AnswerChanges, Attempt, ItemHistory, Learner } from '#lib/progress/attempt.ts';
import { type Decision, decideAnswer, type SubmittedAnswer } from '#lib/progress/decide-answer.ts';
import { noStreak, storedStreak } from '#lib/progress/streak.ts';
import type { ActivityContext, ItemRecord } from '#lib/sitting/activity-context.ts';
import { newSitting, openedItem } from '#lib/sitting/new-sitting.ts';
import { shownVersion } from '#lib/sitting/served-item.ts';
import type { Sitting, StoredServing } from '#lib/sitting/sitting.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';

export const now = new Date('2026-11-22T10:00:00Z');
export const msAgo = (ms: number): Date => new Date(now.getTime() - ms);

export const yes: Answer = { options: ['yes'] };
export const no: Answer = { options: ['no'] };

/** A learner in Berlin without any answer. */
export const beginner: Learner = {
  ...{ id: 'ada', role: 'student' as const, timeZone: 'Europe/Berlin', clockFactor: 1, timeAllowance: 1 },
  ...{ xp: 0, ...storedStreak(noStreak), abilityMean: 0, abilityVariance: 1, ledgerClock: 0 },
};

export const noHistory: ItemHistory = {
  ...{ item: undefined, hintsOpened: 0, repeat: undefined },
  ...{ concept: undefined, difficulty: undefined, offset: undefined, reviews: [] },
};

/** The test of a lesson that nobody has answered. */
const newTest: TestFacts = { previous: [], difficulties: new Map() };

type Activity = 'try' | 'practice' | 'review' | 'challenge' | 'test';

/** What differs from an activity of the fixture lesson that was not started. */
export interface Given {
  readonly lesson?: Partial<Lesson>;
  readonly delivery?: Partial<Delivery>;
  /** The sitting; without one the activity was not started. */
  readonly sitting?: Partial<Sitting>;
  /** What is stored of each opened item of the sitting, by id. */
  readonly opened?: Readonly<Record<string, Partial<StoredServing>>>;
}

/** An activity of the fixture lesson, as `findActivityContext` loads it. */
export function contextOf(activity: Activity, given: Given = {}): ActivityContext {
  const [own] = fixtureLibrary().lessons();
  const kind = activityKind(activity);
  if (!own || !kind) throw new Error('The fixture has changed');
  const lesson = { ...own, ...given.lesson };
  const listed = lesson.activities.find(({ slug }) => slug === activity);
  const all = activity === 'test' ? lesson.pool : (listed?.items ?? []);
  const delivery = { ...(listed?.delivery ?? deliveryByMode.test), ...given.delivery };
  const unstarted: ActivityContext = {
    ...{ userId: 'ada', lesson, track: undefined, activity: kind.slug, kind, delivery, all, items: all },
    ...{ address: { lessonId: lesson.id, activity, ordinal: 1 }, seed: 'seed' },
    ...{ open: null, latest: null, records: new Map(), payments: new Map() },
  };
  if (!given.sitting) return unstarted;
  const stored = newSitting(unstarted, { id: 'sitting-1', items: all, now: msAgo(60_000) });
  const latest = { ...stored, ...given.sitting };
  const records = Object.entries(given.opened ?? {}).map(([id, serving]): [string, ItemRecord] => {
    const item = all.find((one) => one.id === id);
    if (!item) throw new Error(`${activity} has no item ${id}`);
    const fresh = openedItem(unstarted, latest, { item, user: beginner, now: msAgo(60_000) });
    return [id, { ...fresh, serving: { ...fresh.serving, ...serving } }];
  });
  const open = latest.closedAt ? null : latest;
  const ordinal = open ? latest.ordinal : latest.ordinal + 1;
  const address = { ...unstarted.address, ordinal };
  return { ...unstarted, address, open, latest, records: new Map(records) };
}

/** An attempt at an item of the fixture lesson. */
export function attemptAt(
  itemId: string,
  {
    context,
    learner = {},
    history = {},
    ...more
  }: {
    readonly context: ActivityContext;
    readonly learner?: Partial<Learner>;
    readonly history?: Partial<ItemHistory>;
  } & Partial<Pick<Attempt, 'standings' | 'joins' | 'test'>>,
): Attempt {
  const found = fixtureLibrary().item(itemId);
  if (!found) throw new Error(`The fixture has no item ${itemId}`);
  return {
    context,
    found,
    learner: { ...beginner, ...learner },
    standings: [],
    unrevealed: [],
    joins: false,
    history: { ...noHistory, ...history },
    test: context.kind.mode === 'test' ? newTest : null,
    ...more,
  };
}

/** A round of Try that was started. */
export const trying = (given: Given = {}): ActivityContext => contextOf('try', { sitting: {}, ...given });

const ids = { responseId: 'response', sittingId: 'new-sitting' };

/** The answer, given with the author's ids, as the current page of the activity posts it. */
function posted({ context, found: { item } }: Attempt, answer: Answer): SubmittedAnswer {
  const names = alias(`${context.seed}/${item.id}`);
  const shown: Answer =
    'options' in answer
      ? { options: answer.options.map(names) }
      : 'order' in answer
        ? { order: answer.order.map(names) }
        : answer;
  return {
    sitting: context.address.ordinal,
    version: shownVersion(item, context.seed),
    idempotencyKey: 'key-1',
    posted: shown,
    reports: null,
  };
}

export function decide(
  attempt: Attempt,
  answer: Answer,
  more: Partial<SubmittedAnswer> = {},
  at = now,
): Decision {
  return decideAnswer(attempt, { ...posted(attempt, answer), ...more }, { now: at, ...ids });
}

export function changesOf(attempt: Attempt, answer: Answer, at = now): AnswerChanges {
  const decision = decide(attempt, answer, {}, at);
  if (decision.kind !== 'recorded') throw new Error(`It was not recorded: ${JSON.stringify(decision)}`);
  return decision.changes;
}

export const refusal = (decision: Decision) =>
  decision.kind === 'refused' ? decision.reason : decision.kind;
