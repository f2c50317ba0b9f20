import type { Tx } from '#db/client.ts';
import { recordLateAnswer } from '#db/late-answers.ts';
import { mayAttempt } from '#lib/access/may-attempt.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { itemType } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import { decideAnswer, type SubmittedAnswer } from '#lib/progress/decide-answer.ts';
import { lateAnswer } from '#lib/progress/late-answer.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { isServedIn } from '#lib/sitting/drill.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import { applyAdvance } from './advance-sitting.ts';
import { applyAnswer } from './apply-answer.ts';
import { endExpiredItems } from './end-item.ts';
import { type AttemptRequest, loadAttempt } from './load-attempt.ts';
import { replyTo } from './reply-to-answer.ts';
import { runAnswer } from './run-answer.ts';
import type { Submission } from './submission.ts';

type Reply = Result<SubmitReply, SubmitRefusal>;

/**
 * Grades one answer and writes everything that follows from it in one transaction: the ledger, totals, streak, review,
 * badge. A repeat of the idempotency key returns the same result and changes nothing.
 */
export async function submitResponse(world: World, user: SessionUser, input: Submission): Promise<Reply> {
  const found = (await world.library()).item(input.item);
  if (!found || found.lesson.id !== input.lesson) return refuse('not-found');
  if (!isServedIn(found.activity, input.activity)) return refuse('outside');
  const type = itemType(found.item.type);
  if (!mayAttempt(user, { runs: type.runs !== undefined, activity: input.activity }))
    return refuse('account-needed');
  const posted = type.formSchema.safeParse(input.fields);
  if (!posted.success) return incomplete(found, 'This answer is too long. Shorten it.');
  const { idempotencyKey } = input;
  const request = { userId: user.id, name: input, found, idempotencyKey, now: world.now() };
  const submitted = { ...input, posted: posted.data };
  const reports = type.runs ? await runAnswer(world, request, submitted) : null;
  if (reports && 'refused' in reports) return refuse(reports.refused);
  return world.database.transaction((tx) => record(tx, world, request, { ...submitted, reports }));
}

/** Loads the attempt, decides what the answer changes, and writes it. */
async function record(
  tx: Tx,
  world: World,
  request: AttemptRequest,
  submitted: SubmittedAnswer,
): Promise<Reply> {
  const { now, found } = request;
  const loaded = await loadAttempt(tx, world, request);
  if (!loaded) return refuse('not-found');
  const hasEnded = await endExpiredItems(tx, world, loaded.context, now);
  const attempt = (hasEnded && (await loadAttempt(tx, world, request))) || loaded;
  const ids = { responseId: world.newId(), sittingId: world.newId() };
  const decision = decideAnswer(attempt, submitted, { now, ...ids });
  switch (decision.kind) {
    case 'incomplete':
      return incomplete(found, decision.message);
    case 'refused': {
      const late = lateAnswer(attempt, submitted, { now, reason: decision.reason });
      if (late) await recordLateAnswer(tx, late);
      return refuse(decision.reason);
    }
    case 'repeated':
      return ok(await replyTo(tx, attempt, { context: attempt.context, badge: null, end: null }, { now }));
    case 'recorded': {
      const { changes, advance } = decision;
      await applyAnswer(tx, attempt, changes, advance.end);
      const advanced = await applyAdvance(tx, advance, { user: attempt.learner, now });
      return ok(await replyTo(tx, attempt, advanced, { now, changes }));
    }
  }
}

const incomplete = ({ item }: FoundItem, message: string): Reply =>
  ok({ kind: 'incomplete', itemId: item.id, message });
