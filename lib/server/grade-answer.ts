import type { Db, Tx } from '#db/client.ts';
import { clearDraft } from '#db/drafts.ts';
import { recordResponse } from '#db/responses.ts';
import {
  findServing,
  mostHintsOpened,
  recordScore,
  type Serving,
  type Sitting,
  takeAttempt,
} from '#db/sittings.ts';
import {
  findActivityStanding,
  findItemStanding,
  type Person,
  recordActivityStanding,
  recordItemStanding,
  recordTotals,
} from '#db/standings.ts';
import type { Verdict } from '#lib/item/item-type.ts';
import { type Answer, itemType } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import { guessChance } from '#lib/mastery/guess-chance.ts';
import { pointsFor } from '#lib/progress/points.ts';
import { localDay, streakOf } from '#lib/progress/streak.ts';
import { afterAnswer, type LedgerEntry } from '#lib/progress/tally.ts';
import { graceMs } from '#lib/sitting/clock.ts';
import type { EarnedBadge, SubmitRefusal, Totals } from '#lib/sitting/sitting-view.ts';
import { awardLessonBadge } from './award-badge.ts';
import { finishSitting } from './finish-sitting.ts';
import { leadOn } from './lead-on.ts';
import { openNext, type Sitter } from './open-item.ts';
import type { Place } from './place.ts';
import { scheduleReview } from './schedule-review.ts';
import { readSitting } from './serve-items.ts';
import { sittingWith } from './sitting-with.ts';
import { passOver, updateBeliefs } from './update-beliefs.ts';
import { isDone } from './view-sitting.ts';
import type { World } from './world.ts';

/** One complete answer, with the author's ids, and where it was given. */
export interface Grading {
  readonly place: Place;
  readonly found: FoundItem;
  readonly answer: Answer;
  readonly user: Sitter;
  /** Names the attempt: the ledger takes each key of a person once. */
  readonly key: string;
  /** When the server received it; for an answer that was only saved, when it was. */
  readonly now: Date;
}

/** What an answer moved. */
export interface Graded {
  readonly gained: number;
  readonly badge: EarnedBadge | null;
  readonly totals: Totals;
}

/** Grades one answer of a person whose row is locked, and writes everything that follows from it. */
export async function gradeAnswer(
  tx: Tx,
  world: World,
  person: Person,
  grading: Grading,
): Promise<Graded | { readonly refused: SubmitRefusal }> {
  const sitting = await sittingFor(tx, world, grading);
  if (typeof sitting === 'string') return { refused: sitting };
  const graded = await gradeAttempt(tx, world, person, grading, sitting);
  if ('refused' in graded) return graded;
  const { verdict, ...moved } = graded;
  return { ...moved, badge: await follow(tx, grading, sitting, verdict) };
}

/** Takes an attempt at an item that is on the table, grades it and writes the ledger; the sitting goes on as it was. */
export async function gradeAttempt(
  tx: Tx,
  world: World,
  person: Person,
  grading: Grading,
  sitting: Sitting,
): Promise<(Omit<Graded, 'badge'> & { verdict: Verdict }) | { readonly refused: SubmitRefusal }> {
  const { place, found, answer, now } = grading;
  const most = place.delivery.attempts;
  const attempt = { sittingId: sitting.id, itemId: found.item.id };
  const taken = await takeAttempt(tx, { ...attempt, most, latest: new Date(now.getTime() - graceMs) });
  if (!taken) {
    return { refused: whyNot(await findServing(tx, sitting.id, found.item.id), most, now) };
  }
  const verdict = itemType(found.item.type).grade(found.item.body, found.secret.open().key, answer);
  const settledAt = verdict.correct || taken.used === most ? now : null;
  await clearDraft(tx, sitting.id, found.item.id);
  await recordScore(tx, { ...attempt, score: verdict.score, solved: verdict.correct, settledAt });
  return { ...(await recordAnswer(tx, world, person, grading, { verdict, taken })), verdict };
}

/** The ledger and every total that rests on it. */
async function recordAnswer(
  tx: Tx,
  world: World,
  person: Person,
  { place, found, answer, key, now }: Grading,
  { verdict, taken }: { verdict: Verdict; taken: Serving },
): Promise<{ gained: number; totals: Totals }> {
  const { item } = found;
  const at = { userId: person.id, lessonId: place.lesson.id, activity: place.activity };
  // Progress goes by where an item stands: practising an item of the pool moves no activity.
  const stands = { ...at, activity: found.activity };
  const { graded } = itemType(item.type);
  const itemBefore = await findItemStanding(tx, person.id, item.id);
  const hintsOpened = await mostHintsOpened(tx, at, item.id);
  const unpaid = verdict.correct && !itemBefore?.points;
  const tries = (itemBefore?.tries ?? 0) + 1;
  const overTime = taken.deadlineAt !== null && now > taken.deadlineAt;
  const read = graded ? { guess: guessChance(item, found.secret.open().key), level: item.level } : null;
  const told = { hints: hintsOpened, overTime, tries: tries - 1, correct: verdict.correct };
  const clock = read
    ? await updateBeliefs(tx, person, { ...at, ...read, ...told, itemId: item.id, receivedAt: now })
    : await passOver(tx, person);
  const entry: LedgerEntry = {
    itemId: item.id,
    verdict: verdict.correct ? 'right' : graded ? 'wrong' : 'open',
    score: verdict.score,
    points: unpaid && place.delivery.pays ? pointsFor(item, tries, hintsOpened) : 0,
    receivedAt: now,
    localDay: localDay(now, person.timeZone),
  };
  const response = {
    ...at,
    ...entry,
    id: world.newId(),
    sittingId: taken.sittingId,
    itemVersion: item.version,
    ordinal: taken.used,
    answer,
    hintsOpened,
    overTime,
    clock,
    ...read,
    durationMs: Math.max(0, now.getTime() - taken.openedAt.getTime()),
    idempotencyKey: key,
  };
  await recordResponse(tx, response);
  const before = {
    item: itemBefore,
    activity: await findActivityStanding(tx, stands),
    xp: person.xp,
    streak: streakOf(person),
  };
  const after = afterAnswer(before, entry, stands);
  await recordItemStanding(tx, { userId: person.id, ...after.item });
  await recordActivityStanding(tx, { userId: person.id, ...after.activity });
  await recordTotals(tx, person.id, { ...after.streak, xp: after.xp });
  if (place.delivery.feedback === 'at-once') await scheduleReview(tx, item, response);
  return { gained: entry.points, totals: { points: after.xp, streakDays: after.streak.days } };
}

/** What an answer may bring to its end: the sitting, and with it a verdict or a badge. */
async function follow(
  tx: Tx,
  { place, user, now }: Grading,
  sitting: Sitting,
  verdict: Verdict,
): Promise<EarnedBadge | null> {
  if (place.delivery.starts === 'by-itself') {
    return verdict.correct ? awardLessonBadge(tx, place.lesson, user.id, now) : null;
  }
  if (place.kind.mode === 'test') return leadOn(tx, place, sitting, user, now);
  const records = await readSitting(tx, sitting.id);
  const finished = sitting.itemIds.every((id) => isDone(records.get(id), place, now));
  if (finished) return finishSitting(tx, place, sitting, user.id, now);
  if (place.delivery.feedback === 'at-end') await openNext(tx, place, sitting, user, now);
  return null;
}

/** The sitting that what is sent belongs to: the open one, or a new one where activities begin by themselves. */
export async function sittingFor(
  tx: Tx,
  world: World,
  { place, found, user, now }: Omit<Grading, 'answer' | 'key'>,
): Promise<Sitting | 'settled' | 'not-open' | 'outside'> {
  const { item } = found;
  if (place.delivery.starts === 'on-request') {
    if (!place.open) return place.latest ? 'settled' : 'not-open';
    if (!place.open.itemIds.includes(item.id)) return 'outside';
    return (await findServing(tx, place.open.id, item.id)) ? place.open : 'not-open';
  }
  return (await sittingWith(tx, world, { place, found, user, now, shown: true })) ?? 'outside';
}

/** Why an attempt would be refused now, looked at without taking it; null when nothing speaks against it. */
export async function refusedAttempt(
  db: Db,
  place: Place,
  itemId: string,
  now: Date,
): Promise<SubmitRefusal | null> {
  const most = place.delivery.attempts;
  const serving = place.open ? await findServing(db, place.open.id, itemId) : undefined;
  if (!serving) {
    if (place.delivery.starts === 'by-itself') return null;
    return !place.open && place.latest ? 'settled' : 'not-open';
  }
  const isLate = serving.deadlineAt !== null && serving.deadlineAt.getTime() < now.getTime() - graceMs;
  const isOpen = !serving.solved && (most === null || serving.used < most) && !isLate;
  return isOpen ? null : whyNot(serving, most, now);
}

function whyNot(serving: Serving | undefined, most: number | null, now: Date): SubmitRefusal {
  if (!serving) return 'not-open';
  if (serving.solved) return 'settled';
  if (most !== null && serving.used >= most) return 'no-attempts';
  return serving.deadlineAt && serving.deadlineAt < now ? 'late' : 'settled';
}
