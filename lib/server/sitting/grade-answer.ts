import type { Db, Tx } from '#db/client.ts';
import { clearDraft } from '#db/drafts.ts';
import { claimAttempt, findServing, recordScore, type Serving } from '#db/servings.ts';
import type { Sitting } from '#db/sittings.ts';
import type { Person } from '#db/standings.ts';
import type { Grade } from '#lib/item/item-type.ts';
import { itemType } from '#lib/item/registry.ts';
import type { EarnedBadge, Totals } from '#lib/progress/sitting-view.ts';
import { advanceTest } from '#lib/server/mastery/advance-test.ts';
import { awardLessonBadge } from '#lib/server/progress/award-badge.ts';
import type { World } from '#lib/server/world.ts';
import { graceMs } from '#lib/sitting/clock.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import type { ActivityContext } from './activity-context.ts';
import { ensureSitting } from './ensure-sitting.ts';
import { finishSitting } from './finish-sitting.ts';
import type { Grading } from './grading.ts';
import { openNext } from './open-item.ts';
import { readSitting } from './read-sitting.ts';
import { recordAnswer } from './record-answer.ts';
import { isDone } from './view-sitting.ts';

/** The effects of a graded answer. */
export interface Graded {
  readonly gained: number;
  readonly badge: EarnedBadge | null;
  readonly totals: Totals;
}

/** Grades one answer of a user whose row is locked, and stores everything that follows from it. */
export async function gradeAnswer(
  tx: Tx,
  world: World,
  person: Person,
  grading: Grading,
): Promise<Graded | { readonly refused: SubmitRefusal }> {
  const sitting = await sittingFor(tx, world, grading);
  if (typeof sitting === 'string') return { refused: sitting };
  const graded = await gradeAttempt(tx, world, { person, grading, sitting });
  if ('refused' in graded) return graded;
  const { verdict, ...effects } = graded;
  return { ...effects, badge: await finishIfDone(tx, grading, sitting, verdict) };
}

/** Uses an attempt at an open item, grades the answer and records it in the ledger; does not change the sitting. */
export async function gradeAttempt(
  tx: Tx,
  world: World,
  {
    person,
    grading,
    sitting,
  }: { readonly person: Person; readonly grading: Grading; readonly sitting: Sitting },
): Promise<(Omit<Graded, 'badge'> & { verdict: Grade }) | { readonly refused: SubmitRefusal }> {
  const { context, found, answer, now } = grading;
  const maxAttempts = context.delivery.attempts;
  const attempt = { sittingId: sitting.id, itemId: found.item.id };
  const serving = await claimAttempt(tx, {
    ...attempt,
    most: maxAttempts,
    latest: new Date(now.getTime() - graceMs),
  });
  if (!serving) {
    return { refused: refusalOf(await findServing(tx, sitting.id, found.item.id), maxAttempts, now) };
  }
  const verdict = itemType(found.item.type).grade(found.item.body, found.secret.open().key, answer);
  const settledAt = verdict.correct || serving.used === maxAttempts ? now : null;
  await clearDraft(tx, sitting.id, found.item.id);
  await recordScore(tx, { ...attempt, score: verdict.score, solved: verdict.correct, settledAt });
  return { ...(await recordAnswer(tx, world, { person, grading, graded: { verdict, serving } })), verdict };
}

/** Finishes the sitting if this answer was its last, and returns a badge that was earned. */
async function finishIfDone(
  tx: Tx,
  { context, user, now }: Grading,
  sitting: Sitting,
  verdict: Grade,
): Promise<EarnedBadge | null> {
  if (context.delivery.starts === 'by-itself') {
    return verdict.correct ? awardLessonBadge(tx, context.lesson, user.id, now) : null;
  }
  if (context.kind.mode === 'test') return advanceTest(tx, { context, sitting, user, now });
  const records = await readSitting(tx, sitting.id);
  const finished = sitting.itemIds.every((id) => isDone(records.get(id), context, now));
  if (finished) return finishSitting(tx, { context, sitting, userId: user.id, now });
  if (context.delivery.feedback === 'at-end') await openNext(tx, { context, sitting, user, now });
  return null;
}

/** The sitting of an answer or draft: the open one, or a new one for an activity that starts by itself; else a refusal. */
export async function sittingFor(
  tx: Tx,
  world: World,
  { context, found, user, now }: Omit<Grading, 'answer' | 'idempotencyKey'>,
): Promise<Sitting | 'settled' | 'not-open' | 'outside'> {
  const { item } = found;
  if (context.delivery.starts === 'on-request') {
    if (!context.open) return context.latest ? 'settled' : 'not-open';
    if (!context.open.itemIds.includes(item.id)) return 'outside';
    return (await findServing(tx, context.open.id, item.id)) ? context.open : 'not-open';
  }
  return (await ensureSitting(tx, world, { context, found, user, now, shown: true })) ?? 'outside';
}

/** Why an attempt would be refused now; null when it would be accepted. Uses no attempt. */
export async function findAttemptRefusal(
  db: Db,
  context: ActivityContext,
  itemId: string,
  now: Date,
): Promise<SubmitRefusal | null> {
  const maxAttempts = context.delivery.attempts;
  const serving = context.open ? await findServing(db, context.open.id, itemId) : undefined;
  if (!serving) {
    if (context.delivery.starts === 'by-itself') return null;
    return !context.open && context.latest ? 'settled' : 'not-open';
  }
  const isLate = serving.deadlineAt !== null && serving.deadlineAt.getTime() < now.getTime() - graceMs;
  const isOpen = !serving.solved && (maxAttempts === null || serving.used < maxAttempts) && !isLate;
  return isOpen ? null : refusalOf(serving, maxAttempts, now);
}

function refusalOf(serving: Serving | undefined, maxAttempts: number | null, now: Date): SubmitRefusal {
  if (!serving) return 'not-open';
  if (serving.solved) return 'settled';
  if (maxAttempts !== null && serving.used >= maxAttempts) return 'no-attempts';
  return serving.deadlineAt && serving.deadlineAt < now ? 'late' : 'settled';
}
