import { z } from 'zod';
import type { Tx } from '#db/client.ts';
import { findResponseByKey, recordResponse } from '#db/responses.ts';
import {
  findServing,
  mostHintsOpened,
  openServing,
  recordScore,
  type Serving,
  type Sitting,
  takeAttempt,
} from '#db/sittings.ts';
import {
  findItemStanding,
  lockPerson,
  recordActivityStanding,
  recordItemStanding,
  recordTotals,
} from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { Verdict } from '#lib/item/item-type.ts';
import { type Answer, type Item, itemType } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import { pointsFor } from '#lib/progress/points.ts';
import { localDay, nextStreak } from '#lib/progress/streak.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { graceMs } from '#lib/sitting/clock.ts';
import { authorsAnswer, shownVersion } from '#lib/sitting/served-item.ts';
import type { EarnedBadge, SubmitRefusal, Submitted, Totals } from '#lib/sitting/sitting-view.ts';
import { awardLessonBadge } from './award-badge.ts';
import { finishSitting } from './finish-sitting.ts';
import { one } from './form-values.ts';
import { findPlace, type Place } from './place.ts';
import { scheduleReview } from './schedule-review.ts';
import { readSitting, servedItem } from './serve-items.ts';
import { openNext, storeSitting } from './start-sitting.ts';
import { isDone, viewSitting } from './view-sitting.ts';
import type { World } from './world.ts';

/** An answer as a form posts it: where it belongs, and the fields that its kind of item reads. */
const fields = z.record(z.string().max(120), z.array(z.string().max(40_000)).max(60));
export const Submission = fields
  .transform((posted) => ({ ...posted, fields: posted }))
  .pipe(
    z.object({
      lesson: one(z.string().max(120)),
      activity: one(z.string().max(40)),
      sitting: one(z.coerce.number().int().min(1)),
      item: one(z.string().max(120)),
      version: one(z.string().max(64)),
      key: one(z.string().min(1).max(400)),
      fields,
    }),
  );
export type Submission = z.infer<typeof Submission>;

/** What was decided inside the transaction. */
type Step =
  | { readonly refused: SubmitRefusal }
  | { readonly repeated: true }
  | { readonly gained: number; readonly badge: EarnedBadge | null; readonly totals: Totals | null };

/**
 * Grades one answer and writes everything that follows from it in one transaction: the ledger, totals, streak, review,
 * badge. The same key again gives the same result again and changes nothing.
 */
export async function submitResponse(
  world: World,
  user: SessionUser,
  input: Submission,
): Promise<Result<Submitted, SubmitRefusal>> {
  const now = world.now();
  const library = await world.library();
  const found = library.item(input.item);
  if (!found || found.lesson.id !== input.lesson) return refuse('not-found');
  if (found.activity !== input.activity) return refuse('outside');
  const type = itemType(found.item.type);
  const posted = type.form.safeParse(input.fields);
  if (!posted.success)
    return ok({ kind: 'incomplete', message: 'This answer is longer than can be read. Shorten it.' });
  const step = await world.database.transaction(async (tx): Promise<Step | { incomplete: string }> => {
    const place = await findPlace(tx, library, world.secret, user.id, input, now);
    if (!place) return { refused: 'not-found' };
    const current = shownVersion(found.item, place.seed) === input.version;
    const answer = authorsAnswer(found.item, place.seed, posted.data);
    if (place.address.ordinal !== input.sitting || !current || !answer)
      return repeatedOr(tx, user, input, 'stale');
    const incomplete = type.incomplete(found.item.body, answer);
    if (incomplete) return { incomplete };
    return grade(tx, world, { place, found, answer, user, input, now });
  });
  if ('refused' in step) return refuse(step.refused);
  if ('incomplete' in step) return ok({ kind: 'incomplete', message: step.incomplete });
  return answered(
    world,
    user,
    input,
    found.item,
    'gained' in step ? step : { gained: 0, badge: null, totals: null },
    now,
  );
}

interface Grading {
  readonly place: Place;
  readonly found: FoundItem;
  readonly answer: Answer;
  readonly user: SessionUser;
  readonly input: Submission;
  readonly now: Date;
}

async function grade(tx: Tx, world: World, grading: Grading): Promise<Step> {
  const { place, found, answer, user, input, now } = grading;
  const { item } = found;
  const person = await lockPerson(tx, user.id);
  if (!person) return { refused: 'not-found' };
  const before = await findResponseByKey(tx, user.id, input.key);
  if (before)
    return same(before.answer, answer) && before.itemId === item.id
      ? { repeated: true }
      : { refused: 'key-reused' };
  const sitting = await sittingFor(tx, world, grading);
  if (typeof sitting === 'string') return { refused: sitting };
  const most = place.delivery.attempts;
  const taken = await takeAttempt(tx, {
    sittingId: sitting.id,
    itemId: item.id,
    most,
    latest: new Date(now.getTime() - graceMs),
  });
  if (!taken) return { refused: whyNot(await findServing(tx, sitting.id, item.id), most, now) };
  const verdict = itemType(item.type).grade(item.body, found.secret.open().key, answer);
  const settled = verdict.correct || taken.used === most;
  await recordScore(tx, {
    sittingId: sitting.id,
    itemId: item.id,
    score: verdict.score,
    solved: verdict.correct,
    settledAt: settled ? now : null,
  });
  const standing = await findItemStanding(tx, user.id, item.id);
  const newlySolved = verdict.correct && !standing?.solved;
  const hintsOpened = await mostHintsOpened(
    tx,
    { userId: user.id, lessonId: place.lesson.id, activity: place.activity },
    item.id,
  );
  const points =
    newlySolved && place.delivery.pays ? pointsFor(item, (standing?.tries ?? 0) + 1, hintsOpened) : 0;
  const day = localDay(now, person.timeZone);
  await recordResponse(tx, {
    id: world.newId(),
    sittingId: sitting.id,
    userId: user.id,
    lessonId: place.lesson.id,
    activity: place.activity,
    itemId: item.id,
    itemVersion: item.version,
    ordinal: taken.used,
    answer,
    score: verdict.score,
    hintsOpened,
    points,
    durationMs: Math.max(0, now.getTime() - taken.openedAt.getTime()),
    receivedAt: now,
    localDay: day,
    idempotencyKey: input.key,
  });
  await recordItemStanding(tx, {
    userId: user.id,
    itemId: item.id,
    lessonId: place.lesson.id,
    activity: place.activity,
    tries: (standing?.tries ?? 0) + 1,
    bestScore: Math.max(standing?.bestScore ?? 0, verdict.score),
    solved: verdict.correct || (standing?.solved ?? false),
    points: (standing?.points ?? 0) + points,
    lastAt: now,
  });
  const wrong = !verdict.correct && itemType(item.type).graded;
  await recordActivityStanding(tx, {
    userId: user.id,
    lessonId: place.lesson.id,
    activity: place.activity,
    newlySolved,
    wrong,
    at: now,
  });
  const streak = nextStreak(streakOf(person), day);
  await recordTotals(tx, user.id, { ...streak, xp: person.xp + points });
  if (place.delivery.feedback === 'at-once')
    await scheduleReview(tx, {
      userId: user.id,
      item,
      lessonId: place.lesson.id,
      answer,
      correct: verdict.correct,
      hinted: hintsOpened > 0,
      now,
    });
  const totals = { points: person.xp + points, streakDays: streak.days };
  return { gained: points, badge: await follow(tx, grading, sitting, verdict), totals };
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
  const records = await readSitting(tx, sitting.id);
  const finished = sitting.itemIds.every((id) => isDone(records.get(id), place, now));
  if (finished) return finishSitting(tx, place, sitting, user.id, now);
  if (place.delivery.feedback === 'at-end') await openNext(tx, place, sitting, user, now);
  return null;
}

/** The sitting this answer belongs to: the open one, or a new one where activities begin by themselves. */
async function sittingFor(
  tx: Tx,
  world: World,
  { place, found, user, now }: Grading,
): Promise<Sitting | SubmitRefusal> {
  const { item } = found;
  if (place.delivery.starts === 'on-request') {
    if (!place.open) return place.latest ? 'settled' : 'not-open';
    if (!place.open.itemIds.includes(item.id)) return 'outside';
    return (await findServing(tx, place.open.id, item.id)) ? place.open : 'not-open';
  }
  const sitting = place.open ?? (await storeSitting(tx, place, place.items, user, world.newId(), now));
  await openServing(tx, { sittingId: sitting.id, itemId: item.id, openedAt: now, deadlineAt: null });
  return sitting;
}

function whyNot(serving: Serving | undefined, most: number | null, now: Date): SubmitRefusal {
  if (!serving) return 'not-open';
  if (serving.solved) return 'settled';
  if (most !== null && serving.used >= most) return 'no-attempts';
  return serving.deadlineAt && serving.deadlineAt < now ? 'late' : 'settled';
}

/** A lost reply may be asked for again after its sitting has moved on. */
async function repeatedOr(
  tx: Tx,
  user: SessionUser,
  input: Submission,
  reason: SubmitRefusal,
): Promise<Step> {
  const before = await findResponseByKey(tx, user.id, input.key);
  return before?.itemId === input.item ? { repeated: true } : { refused: reason };
}

async function answered(
  world: World,
  user: SessionUser,
  input: Submission,
  item: Item,
  { gained, badge, totals }: { gained: number; badge: EarnedBadge | null; totals: Totals | null },
  now: Date,
): Promise<Result<Submitted, SubmitRefusal>> {
  const { db } = world.database;
  const place = await findPlace(db, await world.library(), world.secret, user.id, input, now);
  if (!place) return refuse('not-found');
  const shown = place.open ?? place.latest;
  const at: Place = shown
    ? { ...place, seed: shown.seed, address: { ...place.address, ordinal: shown.ordinal } }
    : place;
  const records = await readSitting(db, shown?.id);
  const sitting = place.delivery.starts === 'on-request' ? await viewSitting(db, place, now) : null;
  const result =
    sitting?.result?.kind === 'challenge' && badge ? { ...sitting.result, badge } : sitting?.result;
  return ok({
    kind: 'recorded',
    item: servedItem(at, item, records.get(item.id), now, shown?.closedAt != null),
    gained,
    totals,
    badge,
    sitting: sitting && { ...sitting, result: result ?? null },
  });
}

const streakOf = (person: {
  streakDays: number;
  streakBest: number;
  streakFreezes: number;
  lastActiveDay: string | null;
}) => ({
  days: person.streakDays,
  best: person.streakBest,
  freezes: person.streakFreezes,
  lastDay: person.lastActiveDay,
});

/** Equal as JSON, whatever the order of the fields: PostgreSQL keeps its own. */
function same(a: Answer, b: Answer): boolean {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
          .toSorted(([x], [y]) => (x < y ? -1 : 1))
          .map(([name, inner]) => [name, sorted(inner)])
      : value;
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}
