import type { Tx } from '#db/client.ts';
import { findResponseByKey } from '#db/responses.ts';
import { lockPerson } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { type Answer, type Item, itemType } from '#lib/item/registry.ts';
import type { FoundItem, Library } from '#lib/lesson/library.ts';
import type { Submitted } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { lessonStanding } from '#lib/server/progress/lesson-standing.ts';
import type { World } from '#lib/server/world.ts';
import { isAskedAt } from '#lib/sitting/drill.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import { authorsAnswer, shownVersion } from '#lib/sitting/served-item.ts';
import type { Place } from './activity-context.ts';
import { endOverItems } from './end-item.ts';
import { findPlace } from './find-activity-context.ts';
import { type Graded, gradeAnswer } from './grade-answer.ts';
import { readSitting, servedItem } from './read-sitting.ts';
import { noteLateAnswer } from './record-late-answer.ts';
import { type Reports, runAnswer, sentAnswer, withReports } from './run-answer.ts';
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
  if (!isAskedAt(found.activity, input.activity)) return refuse('outside');
  const type = itemType(found.item.type);
  const posted = type.form.safeParse(input.fields);
  if (!posted.success)
    return ok({
      kind: 'incomplete',
      itemId: input.item,
      message: 'This answer is longer than can be read. Shorten it.',
    });
  const before = await ranBefore(world, user, input, found, posted.data);
  if (before && 'refused' in before) return refuse(before.refused);
  const sent = { user, input, found, posted: posted.data, before, now };
  const step = await world.database.transaction(async (tx): Promise<Step> => {
    const taken = await take(tx, world, library, sent);
    if ('refused' in taken) {
      const late = { receivedAt: now, reason: taken.refused };
      await noteLateAnswer(tx, { library, secret: world.secret }, user.id, input, late);
    }
    return taken;
  });
  if ('refused' in step) return refuse(step.refused);
  if ('incomplete' in step) return ok({ kind: 'incomplete', itemId: input.item, message: step.incomplete });
  return tell(world, user, input, found.item, 'repeated' in step ? null : step, now);
}

interface Sent {
  readonly user: SessionUser;
  readonly input: Submission;
  readonly found: FoundItem;
  readonly posted: Answer;
  /** What its programs did, where it has any. */
  readonly before: Reports | null;
  readonly now: Date;
}

/** Takes an answer into the ledger, or says why not. */
async function take(
  tx: Tx,
  world: World,
  library: Library,
  { user, input, found, posted, before, now }: Sent,
): Promise<Step> {
  const place = await findPlace(tx, library, world.secret, user.id, input, now);
  if (!place) return { refused: 'not-found' };
  const current = shownVersion(found.item, place.seed) === input.version;
  const answer = authorsAnswer(found.item, place.seed, posted);
  if (place.address.ordinal !== input.sitting || !current || !answer) return repeatedOr(tx, user, input);
  const incomplete = itemType(found.item.type).incomplete(found.item.body, answer);
  if (incomplete) return { incomplete };
  if (place.open) await endOverItems(tx, world, { sitting: place.open, place }, now);
  const person = await lockPerson(tx, user.id);
  if (!person) return { refused: 'not-found' };
  const known = await repeated(tx, user, input, found, answer);
  if (known) return known;
  const ran = withReports(found, answer, before);
  if (!ran) return { refused: 'not-checked' };
  return gradeAnswer(tx, world, person, { place, found, answer: ran, user, key: input.key, now });
}

/** Runs what has to be run, before anything is locked. What does not fit is for the transaction to refuse. */
async function ranBefore(
  world: World,
  user: SessionUser,
  input: Submission,
  found: FoundItem,
  posted: Answer,
): Promise<Reports | { readonly refused: SubmitRefusal } | null> {
  const type = itemType(found.item.type);
  if (!type.runs) return null;
  const { db } = world.database;
  const place = await findPlace(db, await world.library(), world.secret, user.id, input, world.now());
  if (!place || place.address.ordinal !== input.sitting) return null;
  const answer = authorsAnswer(found.item, place.seed, posted);
  const isCurrent = shownVersion(found.item, place.seed) === input.version;
  if (!answer || !isCurrent || type.incomplete(found.item.body, answer)) return null;
  return runAnswer(world, user, { place, found, answer, key: input.key });
}

/** A key that the ledger knows already: the same answer was sent again, or another one under its name. */
async function repeated(
  tx: Tx,
  user: SessionUser,
  input: Submission,
  found: FoundItem,
  answer: Answer,
): Promise<{ repeated: true } | { refused: 'key-reused' } | null> {
  const before = await findResponseByKey(tx, user.id, input.key);
  if (!before) return null;
  const isSame = before.itemId === input.item && same(sentAnswer(found, before.answer), answer);
  return isSame ? { repeated: true } : { refused: 'key-reused' };
}

/** A lost reply may be asked for again after its sitting has moved on. */
async function repeatedOr(
  tx: Tx,
  user: SessionUser,
  input: Submission,
): Promise<{ repeated: true } | { refused: 'stale' }> {
  const before = await findResponseByKey(tx, user.id, input.key);
  return before?.itemId === input.item ? { repeated: true } : { refused: 'stale' };
}

/** How things stand after an answer; `moved` is null when it had been recorded before. */
async function tell(
  world: World,
  user: SessionUser,
  input: Submission,
  item: Item,
  moved: Graded | null,
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
  // Points and progress would say how an answer went that is not to be told yet.
  const tells = place.delivery.feedback === 'at-once' || shown?.closedAt != null;
  return ok({
    kind: 'recorded',
    item: servedItem(at, item, records.get(item.id), now, shown?.closedAt != null),
    gained: tells ? (moved?.gained ?? 0) : 0,
    totals: tells ? (moved?.totals ?? null) : null,
    badge: moved?.badge ?? null,
    sitting: place.delivery.starts === 'on-request' ? await viewSitting(db, place, now) : null,
    progress: tells ? await lessonStanding(db, user.id, place.lesson, place.activity) : null,
  });
}

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
