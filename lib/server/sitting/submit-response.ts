import type { Tx } from '#db/client.ts';
import { findResponseByIdempotencyKey } from '#db/responses.ts';
import { lockPerson } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { type Answer, type Item, itemType } from '#lib/item/registry.ts';
import type { FoundItem, Library } from '#lib/lesson/library.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { progressUpdate } from '#lib/server/progress/progress-update.ts';
import type { World } from '#lib/server/world.ts';
import { isServedIn } from '#lib/sitting/drill.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import { authorsAnswer, shownVersion } from '#lib/sitting/served-item.ts';
import type { ActivityContext } from './activity-context.ts';
import { endExpiredItems } from './end-item.ts';
import { findActivityContext } from './find-activity-context.ts';
import { type Graded, gradeAnswer } from './grade-answer.ts';
import { logLateAnswer } from './log-late-answer.ts';
import { readSitting, servedItem } from './read-sitting.ts';
import { type RunReports, runAnswer, withoutReports, withReports } from './run-answer.ts';
import type { Submission } from './submission.ts';
import { viewSitting } from './view-sitting.ts';

/** The result of the transaction. */
type SubmissionOutcome =
  | Graded
  | { readonly refused: SubmitRefusal }
  | { readonly incomplete: string }
  | { readonly repeated: true };

/**
 * Grades one answer and writes everything that follows from it in one transaction: the ledger, totals, streak, review,
 * badge. A repeat of the idempotency key returns the same result and changes nothing.
 */
export async function submitResponse(
  world: World,
  user: SessionUser,
  input: Submission,
): Promise<Result<SubmitReply, SubmitRefusal>> {
  const now = world.now();
  const library = await world.library();
  const found = library.item(input.item);
  if (!found || found.lesson.id !== input.lesson) return refuse('not-found');
  if (!isServedIn(found.activity, input.activity)) return refuse('outside');
  const type = itemType(found.item.type);
  const posted = type.formSchema.safeParse(input.fields);
  if (!posted.success)
    return ok({
      kind: 'incomplete',
      itemId: input.item,
      message: 'This answer is too long. Shorten it.',
    });
  const reports = await runPrograms(world, user, { input, found, posted: posted.data });
  if (reports && 'refused' in reports) return refuse(reports.refused);
  const request = { user, input, found, posted: posted.data, reports, now };
  const outcome = await world.database.transaction(async (tx): Promise<SubmissionOutcome> => {
    const result = await recordSubmission(tx, world, library, request);
    if ('refused' in result) {
      const refused = { receivedAt: now, reason: result.refused };
      await logLateAnswer(
        tx,
        { library, secret: world.secret },
        { userId: user.id, submission: input, refused },
      );
    }
    return result;
  });
  if ('refused' in outcome) return refuse(outcome.refused);
  if ('incomplete' in outcome)
    return ok({ kind: 'incomplete', itemId: input.item, message: outcome.incomplete });
  const graded = 'repeated' in outcome ? null : outcome;
  return replyTo(world, user, { input, item: found.item, graded, now });
}

interface AnswerRequest {
  readonly user: SessionUser;
  readonly input: Submission;
  readonly found: FoundItem;
  readonly posted: Answer;
  /** The outcomes of the programs of an answer; null when it has none. */
  readonly reports: RunReports | null;
  readonly now: Date;
}

/** Records an answer in the ledger, or returns why it is refused. */
async function recordSubmission(
  tx: Tx,
  world: World,
  library: Library,
  { user, input, found, posted, reports, now }: AnswerRequest,
): Promise<SubmissionOutcome> {
  const context = await findActivityContext(tx, {
    library,
    secret: world.secret,
    userId: user.id,
    name: input,
    now,
  });
  if (!context) return { refused: 'not-found' };
  const isCurrent = shownVersion(found.item, context.seed) === input.version;
  const answer = authorsAnswer(found.item, context.seed, posted);
  if (context.address.ordinal !== input.sitting || !isCurrent || !answer)
    return repeatOrStale(tx, user, input);
  const incomplete = itemType(found.item.type).validate(found.item.body, answer);
  if (incomplete) return { incomplete };
  if (context.open) await endExpiredItems(tx, world, { sitting: context.open, context }, now);
  const person = await lockPerson(tx, user.id);
  if (!person) return { refused: 'not-found' };
  const repeat = await findRepeat(tx, user, { input, found, answer });
  if (repeat) return repeat;
  const complete = withReports(found, answer, reports);
  if (!complete) return { refused: 'not-checked' };
  const { idempotencyKey } = input;
  return gradeAnswer(tx, world, person, { context, found, answer: complete, user, idempotencyKey, now });
}

/** Runs the programs of an answer before any row is locked. An answer that is outdated is left for the transaction to refuse. */
async function runPrograms(
  world: World,
  user: SessionUser,
  {
    input,
    found,
    posted,
  }: { readonly input: Submission; readonly found: FoundItem; readonly posted: Answer },
): Promise<RunReports | { readonly refused: SubmitRefusal } | null> {
  const type = itemType(found.item.type);
  if (!type.runs) return null;
  const { db } = world.database;
  const context = await findActivityContext(db, {
    library: await world.library(),
    secret: world.secret,
    userId: user.id,
    name: input,
    now: world.now(),
  });
  if (!context || context.address.ordinal !== input.sitting) return null;
  const answer = authorsAnswer(found.item, context.seed, posted);
  const isCurrent = shownVersion(found.item, context.seed) === input.version;
  if (!answer || !isCurrent || type.validate(found.item.body, answer)) return null;
  return runAnswer(world, user, { context, found, answer, idempotencyKey: input.idempotencyKey });
}

/** Whether the idempotency key is in the ledger: with the same answer it is a repeat, with another one it is refused. */
async function findRepeat(
  tx: Tx,
  user: SessionUser,
  {
    input,
    found,
    answer,
  }: { readonly input: Submission; readonly found: FoundItem; readonly answer: Answer },
): Promise<{ repeated: true } | { refused: 'key-reused' } | null> {
  const stored = await findResponseByIdempotencyKey(tx, user.id, input.idempotencyKey);
  if (!stored) return null;
  const isSame = stored.itemId === input.item && isSameAnswer(withoutReports(found, stored.answer), answer);
  return isSame ? { repeated: true } : { refused: 'key-reused' };
}

/** A lost reply may be requested again after its sitting was closed or its draw has changed. */
async function repeatOrStale(
  tx: Tx,
  user: SessionUser,
  input: Submission,
): Promise<{ repeated: true } | { refused: 'stale' }> {
  const stored = await findResponseByIdempotencyKey(tx, user.id, input.idempotencyKey);
  return stored?.itemId === input.item ? { repeated: true } : { refused: 'stale' };
}

/** The item, score and sitting after an answer; `graded` is null for a repeat. */
async function replyTo(
  world: World,
  user: SessionUser,
  {
    input,
    item,
    graded,
    now,
  }: { readonly input: Submission; readonly item: Item; readonly graded: Graded | null; readonly now: Date },
): Promise<Result<SubmitReply, SubmitRefusal>> {
  const { db } = world.database;
  const context = await findActivityContext(db, {
    library: await world.library(),
    secret: world.secret,
    userId: user.id,
    name: input,
    now,
  });
  if (!context) return refuse('not-found');
  const shown = context.open ?? context.latest;
  const shownContext: ActivityContext = shown
    ? { ...context, seed: shown.seed, address: { ...context.address, ordinal: shown.ordinal } }
    : context;
  const records = await readSitting(db, shown?.id);
  // Before the feedback, points and progress would reveal whether the answer is right.
  const showsScore = context.delivery.feedback === 'at-once' || shown?.closedAt != null;
  return ok({
    kind: 'recorded',
    item: servedItem(shownContext, item, {
      record: records.get(item.id),
      now,
      closed: shown?.closedAt != null,
    }),
    gained: showsScore ? (graded?.gained ?? 0) : 0,
    totals: showsScore ? (graded?.totals ?? null) : null,
    badge: graded?.badge ?? null,
    sitting: context.delivery.starts === 'on-request' ? await viewSitting(db, context, now, records) : null,
    progress: showsScore ? await progressUpdate(db, user.id, context.lesson, context.activity) : null,
  });
}

/** Equal as JSON, in any order of the fields: PostgreSQL does not keep the order. */
function isSameAnswer(a: Answer, b: Answer): boolean {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
          .toSorted(([x], [y]) => (x < y ? -1 : 1))
          .map(([name, inner]) => [name, sorted(inner)])
      : value;
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}
