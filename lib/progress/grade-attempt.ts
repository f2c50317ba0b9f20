import { localDay } from '#lib/calendar/local-day.ts';
import type { Grade } from '#lib/item/item-type.ts';
import { type Answer, itemType } from '#lib/item/registry.ts';
import { nextBeliefs, type UpdatedBeliefs } from '#lib/mastery/answer-beliefs.ts';
import { guessChance } from '#lib/mastery/guess-chance.ts';
import { type ScheduledSubject, scheduleAfter } from '#lib/review/recount-reviews.ts';
import { subjectMapKey, subjectOf } from '#lib/review/review-subject.ts';
import { openRecord } from '#lib/sitting/activity-context.ts';
import { attemptRefusal } from '#lib/sitting/attempt-refusal.ts';
import { openedItem } from '#lib/sitting/new-sitting.ts';
import { paymentOf } from '#lib/sitting/points.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import type { Sitting, StoredResponse, StoredServing } from '#lib/sitting/sitting.ts';
import type { AnswerChanges, Attempt } from './attempt.ts';
import { storedStreak, streakOf } from './streak.ts';
import { tallyAfter } from './tally.ts';

/** A complete answer, with the author's ids and the reports of its programs. */
export interface CompleteAnswer {
  readonly answer: Answer;
  /** The ledger stores at most one answer of a person for each of these. */
  readonly idempotencyKey: string;
  /** The id of its row in the ledger. */
  readonly id: string;
  /** When the server received it; for a draft that is graded, when the draft was saved. */
  readonly now: Date;
  /** When the time of its item ended, for a draft that is graded then: no further answer is accepted. */
  readonly endedAt?: Date;
}

/** Grades an answer: everything that it changes, or why it is refused. */
export function gradeAttempt(
  attempt: Attempt,
  sitting: Sitting,
  submitted: CompleteAnswer,
): AnswerChanges | { readonly refused: SubmitRefusal } {
  const { context, found, learner } = attempt;
  const { item, secret } = found;
  const { now } = submitted;
  const opened = openRecord(context, item.id);
  const before = (opened ?? openedItem(context, sitting, { item, user: learner, now })).serving;
  const refused = attemptRefusal(before, context.delivery.attempts, now);
  if (refused) return { refused };
  const grade = itemType(item.type).grade(item.body, secret.open().key, submitted.answer);
  const serving = servingAfter(before, grade, { most: context.delivery.attempts, submitted });
  const { response, beliefs } = respond(attempt, submitted, { grade, serving });
  // Progress counts in the item's own activity, so practising a pool item changes no other activity.
  const home = { lessonId: found.lesson.id, activity: found.activity };
  const tally = tallyAfter(
    {
      item: attempt.history.item,
      activity: attempt.standings.find(
        ({ lessonId, activity }) => lessonId === home.lessonId && activity === home.activity,
      ),
      xp: learner.xp,
      streak: streakOf(learner),
    },
    response,
    home,
  );
  const ability = beliefs?.ability ?? { mean: learner.abilityMean, variance: learner.abilityVariance };
  return {
    ...{ sitting, serving, response, beliefs },
    item: tally.item,
    activity: tally.activity,
    learner: {
      xp: tally.xp,
      ...storedStreak(tally.streak),
      abilityMean: ability.mean,
      abilityVariance: ability.variance,
      ledgerClock: response.clock,
    },
    // Before the feedback an earlier due date would reveal whether the answer is right.
    reviews: context.delivery.feedback === 'at-once' ? scheduledAfter(attempt, [response]) : [],
  };
}

function servingAfter(
  before: StoredServing,
  { score, correct }: Grade,
  { most, submitted }: { readonly most: number | null; readonly submitted: CompleteAnswer },
): StoredServing {
  const used = before.used + 1;
  return {
    ...before,
    used,
    bestScore: Math.max(before.bestScore, score),
    solved: correct,
    settledAt: correct || used === most ? submitted.now : (submitted.endedAt ?? null),
  };
}

/** The row of the ledger, with what a replay of the beliefs needs, and the beliefs after the answer. */
function respond(
  { context, found: { item, secret, lesson }, learner, history }: Attempt,
  { answer, idempotencyKey, id, now }: CompleteAnswer,
  { grade: { correct, score }, serving }: { readonly grade: Grade; readonly serving: StoredServing },
): { response: StoredResponse; beliefs: UpdatedBeliefs | null } {
  const { graded } = itemType(item.type);
  const { hintsOpened } = history;
  const tries = history.item?.tries ?? 0;
  const overTime = serving.deadlineAt !== null && now > serving.deadlineAt;
  // Nobody knows how many guests one person is, so their answers move no belief, in a replay neither.
  const difficulty =
    graded && learner.role !== 'guest'
      ? { guess: guessChance(item, secret.open().key), level: item.level }
      : { guess: null, level: null };
  const payment = { tries, hintsOpened, points: history.item?.points ?? 0 };
  const response: StoredResponse = {
    ...{ id, sittingId: serving.sittingId, userId: learner.id, lessonId: lesson.id },
    ...{ activity: context.activity, itemId: item.id, itemVersion: item.version, ordinal: serving.used },
    ...{ answer, score, hintsOpened, overTime, ...difficulty, idempotencyKey },
    verdict: correct ? 'right' : graded ? 'wrong' : 'open',
    points: correct && context.delivery.pays ? paymentOf(item, payment) : 0,
    clock: Math.max(learner.ledgerClock, graded ? (history.concept?.clock ?? 0) : 0) + 1,
    durationMs: Math.max(0, now.getTime() - serving.openedAt.getTime()),
    receivedAt: now,
    localDay: localDay(now, learner.timeZone),
    timeZone: learner.timeZone,
  };
  if (difficulty.guess === null) return { response, beliefs: null };
  const stored = {
    ability: { mean: learner.abilityMean, variance: learner.abilityVariance },
    offset: history.offset,
    concept: history.concept,
    item: history.difficulty,
  };
  const evidence = { ...difficulty, correct, hints: hintsOpened, overTime, tries, receivedAt: now };
  return { response, beliefs: nextBeliefs(stored, evidence) };
}

/** The schedules of the subjects that these answers move, which are given in the order of grading. */
export function scheduledAfter(
  {
    context,
    history: { reviews },
  }: Pick<Attempt, 'context'> & { history: Pick<Attempt['history'], 'reviews'> },
  responses: readonly StoredResponse[],
): ScheduledSubject[] {
  const current = new Map(reviews.map((review) => [subjectMapKey(review), review]));
  const moved = new Map<string, ScheduledSubject>();
  for (const response of responses) {
    const item = context.all.find(({ id }) => id === response.itemId);
    const subject = item && subjectOf(item, response.lessonId);
    if (!item || !subject) continue;
    const mapKey = subjectMapKey(subject);
    const after = scheduleAfter(moved.get(mapKey) ?? current.get(mapKey) ?? null, item, response);
    if (after) moved.set(mapKey, { ...subject, ...after });
  }
  return [...moved.values()];
}
