import { listMembershipsOf } from '#db/memberships.ts';
import { itemType } from '#lib/item/registry.ts';
import type { Run, RunOutcome } from '#lib/item/run.ts';
import { currentAnswer } from '#lib/progress/decide-answer.ts';
import type { World } from '#lib/server/world.ts';
import { type ActivityContext, type ItemRecord, openRecord } from '#lib/sitting/activity-context.ts';
import { programsOf, type RunReports } from '#lib/sitting/answer-runs.ts';
import { attemptRefusal } from '#lib/sitting/attempt-refusal.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import { findActivityContext } from './find-activity-context.ts';
import type { AttemptRequest } from './load-attempt.ts';

/** Runs in progress, by user, idempotency key and programs, so that parallel copies of an answer run once. */
const runsInProgress = new Map<string, Promise<RunReports>>();

/**
 * Runs the programs of an answer before the transaction that grades it, so that no row is locked meanwhile. An answer that
 * would be refused is not run; an answer whose run failed on our side is refused and uses no attempt. Null when there is
 * nothing to run.
 */
export async function runAnswer(
  world: World,
  { userId, name: activity, found, idempotencyKey, now }: AttemptRequest,
  submitted: Parameters<typeof currentAnswer>[1],
): Promise<RunReports | { readonly refused: SubmitRefusal } | null> {
  const { item } = found;
  const type = itemType(item.type);
  const request = { userId, name: activity, now, itemId: item.id };
  const context = await findActivityContext(world.database.db, world, request);
  const answer = context && currentAnswer({ context, found }, submitted);
  if (!context || !answer || type.validate(item.body, answer)) return null;
  const programs = programsOf(found, answer);
  const record = openRecord(context, item.id);
  const isStored = record?.responses.some((response) => response.idempotencyKey === idempotencyKey);
  if (programs.length === 0 || isStored) return null;
  const refused = refusalBefore(context, record, now);
  if (refused) return { refused };
  const name = JSON.stringify([userId, idempotencyKey, programs]);
  const outcomes = runsInProgress.get(name) ?? runAll(world, userId, programs);
  runsInProgress.set(name, outcomes);
  try {
    const reports = await outcomes;
    const isOurFailure = ({ kind }: RunOutcome) => kind === 'too-busy' || kind === 'crashed';
    return reports.some(isOurFailure) ? { refused: 'not-checked' } : reports;
  } finally {
    runsInProgress.delete(name);
  }
}

/** Runs programs one after the other. After one that did not finish, the rest get its outcome and are not run. */
async function runAll(world: World, userId: string, programs: readonly Run[]): Promise<RunReports> {
  const [membership] = await listMembershipsOf(world.database.db, userId);
  const groupId = membership?.classroomId ?? null;
  const outcomes: RunOutcome[] = [];
  for (const program of programs) {
    const last = outcomes.at(-1);
    const hasStopped = last && last.kind !== 'finished';
    outcomes.push(hasStopped ? last : await world.sandbox.run(program, userId, groupId));
  }
  return outcomes;
}

/** Why the answer would be refused now. */
function refusalBefore(
  { delivery, open, latest }: ActivityContext,
  record: ItemRecord | undefined,
  now: Date,
): SubmitRefusal | null {
  if (record) return attemptRefusal(record.serving, delivery.attempts, now);
  if (delivery.starts === 'by-itself') return null;
  return !open && latest ? 'settled' : 'not-open';
}
