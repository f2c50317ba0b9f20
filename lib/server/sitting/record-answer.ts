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
import type { Grade } from '#lib/item/item-type.ts';
import { itemType } from '#lib/item/registry.ts';
import { guessChance } from '#lib/mastery/guess-chance.ts';
import type { Totals } from '#lib/progress/sitting-view.ts';
import { streakOf } from '#lib/progress/streak.ts';
import { type ActivityRef, type LedgerEntry, tallyAfter } from '#lib/progress/tally.ts';
import { advanceClock, type ClockedAbility, updateBeliefs } from '#lib/server/mastery/update-beliefs.ts';
import { scheduleReview } from '#lib/server/review/schedule-review.ts';
import type { World } from '#lib/server/world.ts';
import { pointsFor } from '#lib/sitting/points.ts';
import type { Grading } from './grading.ts';

/** The verdict on an answer, and the serving after its attempt. */
interface GradedAttempt {
  readonly verdict: Grade;
  readonly serving: Serving;
}

/** Records an answer in the ledger and updates all that depends on it: beliefs, totals and the review schedule. */
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
  const activity = { userId: person.id, lessonId: context.lesson.id, activity: context.activity };
  const standing = await findItemStanding(tx, person.id, item.id);
  const tries = standing?.tries ?? 0;
  const hintsOpened = await mostHintsOpened(tx, activity, item.id);
  const isUnpaid = verdict.correct && !standing?.points;
  const entry: LedgerEntry = {
    itemId: item.id,
    verdict: verdict.correct ? 'right' : itemType(item.type).graded ? 'wrong' : 'open',
    score: verdict.score,
    points: isUnpaid && context.delivery.pays ? pointsFor(item, tries + 1, hintsOpened) : 0,
    receivedAt: now,
    localDay: localDay(now, person.timeZone),
    timeZone: person.timeZone,
  };
  const { ability, ...evidence } = await recordEvidence(tx, person, {
    grading,
    graded: { verdict, serving },
    history: { hints: hintsOpened, tries },
  });
  const response = {
    ...activity,
    ...entry,
    ...evidence,
    clock: ability.clock,
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
  // Progress counts in the item's own activity, so practising a pool item changes no other activity.
  const totals = await updateTotals(tx, person, {
    item: standing,
    entry,
    ability,
    context: { ...activity, activity: found.activity },
  });
  return { gained: entry.points, totals };
}

/** Updates the beliefs of the lesson and item. Returns the new ability, and what the ledger needs to replay the update. */
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
    history,
  }: {
    readonly grading: Grading;
    readonly graded: GradedAttempt;
    readonly history: { readonly hints: number; readonly tries: number };
  },
) {
  const overTime = serving.deadlineAt !== null && now > serving.deadlineAt;
  if (!itemType(item.type).graded) return { overTime, ability: advanceClock(person) };
  const difficulty = { guess: guessChance(item, secret.open().key), level: item.level };
  const answered = { lessonId: context.lesson.id, itemId: item.id, receivedAt: now };
  const evidence = { ...answered, ...difficulty, ...history, overTime, correct: verdict.correct };
  return { overTime, ...difficulty, ability: await updateBeliefs(tx, person, evidence) };
}

async function updateTotals(
  tx: Tx,
  person: Person,
  {
    item,
    entry,
    ability,
    context,
  }: {
    readonly item: ItemStanding | undefined;
    readonly entry: LedgerEntry;
    readonly ability: ClockedAbility;
    readonly context: ActivityRef;
  },
): Promise<Totals> {
  const activity = await findActivityStanding(tx, { userId: person.id, ...context });
  const updated = tallyAfter({ item, activity, xp: person.xp, streak: streakOf(person) }, entry, {
    lessonId: context.lessonId,
    activity: context.activity,
  });
  await recordItemStanding(tx, { userId: person.id, ...updated.item });
  await recordActivityStanding(tx, { userId: person.id, ...updated.activity });
  await recordTotals(tx, person.id, { ...updated.streak, xp: updated.xp }, ability);
  return { points: updated.xp, streakDays: updated.streak.days };
}
