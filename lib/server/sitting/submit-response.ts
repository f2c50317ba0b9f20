import type { Tx } from '#db/client.ts';
import { findResponseByIdempotencyKey } from '#db/responses.ts';
import { lockPerson } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { type Answer, type Item, itemType } from '#lib/item/registry.ts';
import type { FoundItem, Library } from '#lib/lesson/library.ts';
import type { Submitted } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { lessonStanding } from '#lib/server/progress/lesson-standing.ts';
import type { World } from '#lib/server/world.ts';
import { isServedIn } from '#lib/sitting/drill.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import { authorsAnswer, shownVersion } from '#lib/sitting/served-item.ts';
import type { ActivityContext } from './activity-context.ts';
import { endOverItems } from './end-item.ts';
import { findActivityContext } from './find-activity-context.ts';
import { type Graded, gradeAnswer } from './grade-answer.ts';
import { readSitting, servedItem } from './read-sitting.ts';
import { logLateAnswer } from './record-late-answer.ts';
import { type RunReports, runAnswer, sentAnswer, withReports } from './run-answer.ts';
import type { Submission } from './submission.ts';
import { viewSitting } from './view-sitting.ts';

/** What was decided inside the transaction. */
type Step =
  | Graded
  | { readonly refused: SubmitRefusal }
  | { readonly incomplete: string }
  | { readonly repeated: true };

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
  if (!isServedIn(found.activity, input.activity)) return refuse('outside');
  const type = itemType(found.item.type);
  const posted = type.form.safeParse(input.fields);
  if (!posted.success)
    return ok({
      kind: 'incomplete',
      itemId: input.item,
      message: 'This answer is longer than can be read. Shorten it.',
    });
  const before = await runBeforehand(world, user, { input, found, posted: posted.data });
  if (before && 'refused' in before) return refuse(before.refused);
  const sent = { user, input, found, posted: posted.data, before, now };
  const step = await world.database.transaction(async (tx): Promise<Step> => {
    const taken = await recordSubmission(tx, world, library, sent);
    if ('refused' in taken) {
      const late = { receivedAt: now, reason: taken.refused };
      await logLateAnswer(
        tx,
        { library, secret: world.secret },
        { userId: user.id, submission: input, refused: late },
      );
    }
    return taken;
  });
  if ('refused' in step) return refuse(step.refused);
  if ('incomplete' in step) return ok({ kind: 'incomplete', itemId: input.item, message: step.incomplete });
  return replyTo(world, user, { input, item: found.item, moved: 'repeated' in step ? null : step, now });
}

interface Sent {
  readonly user: SessionUser;
  readonly input: Submission;
  readonly found: FoundItem;
  readonly posted: Answer;
  /** What its programs did, where it has any. */
  readonly before: RunReports | null;
  readonly now: Date;
}

/** Takes an answer into the ledger, or says why not. */
async function recordSubmission(
  tx: Tx,
  world: World,
  library: Library,
  { user, input, found, posted, before, now }: Sent,
): Promise<Step> {
  const context = await findActivityContext(tx, {
    library,
    secret: world.secret,
    userId: user.id,
    name: input,
    now,
  });
  if (!context) return { refused: 'not-found' };
  const current = shownVersion(found.item, context.seed) === input.version;
  const answer = authorsAnswer(found.item, context.seed, posted);
  if (context.address.ordinal !== input.sitting || !current || !answer) return repeatOrStale(tx, user, input);
  const incomplete = itemType(found.item.type).incomplete(found.item.body, answer);
  if (incomplete) return { incomplete };
  if (context.open) await endOverItems(tx, world, { sitting: context.open, context }, now);
  const person = await lockPerson(tx, user.id);
  if (!person) return { refused: 'not-found' };
  const known = await findRepeat(tx, user, { input, found, answer });
  if (known) return known;
  const ran = withReports(found, answer, before);
  if (!ran) return { refused: 'not-checked' };
  return gradeAnswer(tx, world, person, { context, found, answer: ran, user, key: input.key, now });
}

/** Runs what has to be run, before anything is locked. What does not fit is for the transaction to refuse. */
async function runBeforehand(
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
  if (!answer || !isCurrent || type.incomplete(found.item.body, answer)) return null;
  return runAnswer(world, user, { context, found, answer, key: input.key });
}

/** A key that the ledger knows already: the same answer was sent again, or another one under its name. */
async function findRepeat(
  tx: Tx,
  user: SessionUser,
  {
    input,
    found,
    answer,
  }: { readonly input: Submission; readonly found: FoundItem; readonly answer: Answer },
): Promise<{ repeated: true } | { refused: 'key-reused' } | null> {
  const before = await findResponseByIdempotencyKey(tx, user.id, input.key);
  if (!before) return null;
  const isSame = before.itemId === input.item && isSameAnswer(sentAnswer(found, before.answer), answer);
  return isSame ? { repeated: true } : { refused: 'key-reused' };
}

/** A lost reply may be asked for again after its sitting has moved on. */
async function repeatOrStale(
  tx: Tx,
  user: SessionUser,
  input: Submission,
): Promise<{ repeated: true } | { refused: 'stale' }> {
  const before = await findResponseByIdempotencyKey(tx, user.id, input.key);
  return before?.itemId === input.item ? { repeated: true } : { refused: 'stale' };
}

/** How things stand after an answer; `moved` is null when it had been recorded before. */
async function replyTo(
  world: World,
  user: SessionUser,
  {
    input,
    item,
    moved,
    now,
  }: { readonly input: Submission; readonly item: Item; readonly moved: Graded | null; readonly now: Date },
): Promise<Result<Submitted, SubmitRefusal>> {
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
  const at: ActivityContext = shown
    ? { ...context, seed: shown.seed, address: { ...context.address, ordinal: shown.ordinal } }
    : context;
  const records = await readSitting(db, shown?.id);
  // Points and progress would say how an answer went that is not to be told yet.
  const tells = context.delivery.feedback === 'at-once' || shown?.closedAt != null;
  return ok({
    kind: 'recorded',
    item: servedItem(at, item, { record: records.get(item.id), now, closed: shown?.closedAt != null }),
    gained: tells ? (moved?.gained ?? 0) : 0,
    totals: tells ? (moved?.totals ?? null) : null,
    badge: moved?.badge ?? null,
    sitting: context.delivery.starts === 'on-request' ? await viewSitting(db, context, now) : null,
    progress: tells ? await lessonStanding(db, user.id, context.lesson, context.activity) : null,
  });
}

/** Equal as JSON, whatever the order of the fields: PostgreSQL keeps its own. */
function isSameAnswer(a: Answer, b: Answer): boolean {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
          .toSorted(([x], [y]) => (x < y ? -1 : 1))
          .map(([name, inner]) => [name, sorted(inner)])
      : value;
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}
