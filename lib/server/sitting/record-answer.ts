import type { Tx } from '#db/client.ts';
import { recordResponse } from '#db/responses.ts';
import { mostHintsOpened, type Serving } from '#db/servings.ts';
import {
  findActivityStanding,
  findItemStanding,
  type ItemStanding,
  type Person,
  recordActivityStanding,
  recordItemStanding,
  recordTotals,
} from '#db/standings.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import type { Verdict } from '#lib/item/item-type.ts';
import { itemType } from '#lib/item/registry.ts';
import { guessChance } from '#lib/mastery/guess-chance.ts';
import type { Totals } from '#lib/progress/sitting-view.ts';
import { streakOf } from '#lib/progress/streak.ts';
import { type ActivityRef, afterAnswer, type LedgerEntry } from '#lib/progress/tally.ts';
import { advanceClock, updateBeliefs } from '#lib/server/mastery/update-beliefs.ts';
import { scheduleReview } from '#lib/server/review/schedule-review.ts';
import type { World } from '#lib/server/world.ts';
import { pointsFor } from '#lib/sitting/points.ts';
import type { Grading } from './grading.ts';

/** What grading said of an answer, and the attempt it took. */
interface GradedAttempt {
  readonly verdict: Verdict;
  readonly serving: Serving;
}

/** Writes the ledger, and everything that rests on it: beliefs, totals, and when the question's concept comes back. */
export async function recordAnswer(
  tx: Tx,
  world: World,
  {
    person,
    grading,
    graded: { verdict, serving },
  }: { readonly person: Person; readonly grading: Grading; readonly graded: GradedAttempt },
): Promise<{ gained: number; totals: Totals }> {
  const { context, found, answer, idempotencyKey, now } = grading;
  const { item } = found;
  const at = { userId: person.id, lessonId: context.lesson.id, activity: context.activity };
  const before = await findItemStanding(tx, person.id, item.id);
  const tries = before?.tries ?? 0;
  const hintsOpened = await mostHintsOpened(tx, at, item.id);
  const isUnpaid = verdict.correct && !before?.points;
  const entry: LedgerEntry = {
    itemId: item.id,
    verdict: verdict.correct ? 'right' : itemType(item.type).graded ? 'wrong' : 'open',
    score: verdict.score,
    points: isUnpaid && context.delivery.pays ? pointsFor(item, tries + 1, hintsOpened) : 0,
    receivedAt: now,
    localDay: localDay(now, person.timeZone),
    timeZone: person.timeZone,
  };
  const response = {
    ...at,
    ...entry,
    ...(await recordEvidence(tx, person, {
      grading,
      graded: { verdict, serving },
      told: { hints: hintsOpened, tries },
    })),
    id: world.newId(),
    sittingId: serving.sittingId,
    itemVersion: item.version,
    ordinal: serving.used,
    answer,
    hintsOpened,
    durationMs: Math.max(0, now.getTime() - serving.openedAt.getTime()),
    idempotencyKey,
  };
  await recordResponse(tx, response);
  if (context.delivery.feedback === 'at-once') await scheduleReview(tx, item, response);
  // Progress goes by where an item stands: practising an item of the pool moves no activity.
  const totals = await moveTotals(tx, person, {
    item: before,
    entry,
    context: { ...at, activity: found.activity },
  });
  return { gained: entry.points, totals };
}

/** Moves the beliefs, and yields what the ledger needs to move them again in a replay. */
async function recordEvidence(
  tx: Tx,
  person: Person,
  {
    grading: {
      context,
      found: { item, secret },
      now,
    },
    graded: { verdict, serving },
    told,
  }: {
    readonly grading: Grading;
    readonly graded: GradedAttempt;
    readonly told: { readonly hints: number; readonly tries: number };
  },
) {
  const overTime = serving.deadlineAt !== null && now > serving.deadlineAt;
  if (!itemType(item.type).graded) return { overTime, clock: await advanceClock(tx, person) };
  const read = { guess: guessChance(item, secret.open().key), level: item.level };
  const at = { lessonId: context.lesson.id, itemId: item.id, receivedAt: now };
  const evidence = { ...at, ...read, ...told, overTime, correct: verdict.correct };
  return { overTime, ...read, clock: await updateBeliefs(tx, person, evidence) };
}

async function moveTotals(
  tx: Tx,
  person: Person,
  {
    item,
    entry,
    context,
  }: { readonly item: ItemStanding | undefined; readonly entry: LedgerEntry; readonly context: ActivityRef },
): Promise<Totals> {
  const activity = await findActivityStanding(tx, { userId: person.id, ...context });
  const after = afterAnswer({ item, activity, xp: person.xp, streak: streakOf(person) }, entry, {
    lessonId: context.lessonId,
    activity: context.activity,
  });
  await recordItemStanding(tx, { userId: person.id, ...after.item });
  await recordActivityStanding(tx, { userId: person.id, ...after.activity });
  await recordTotals(tx, person.id, { ...after.streak, xp: after.xp });
  return { points: after.xp, streakDays: after.streak.days };
}
