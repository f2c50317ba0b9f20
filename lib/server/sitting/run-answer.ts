import { findResponseByIdempotencyKey } from '#db/responses.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { type Answer, itemType } from '#lib/item/registry.ts';
import type { Run, RunOutcome } from '#lib/item/run.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { World } from '#lib/server/world.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import type { ActivityContext } from './activity-context.ts';
import { findAttemptRefusal } from './grade-answer.ts';

/** The outcomes of an answer's programs, which grading needs. */
export type RunReports = readonly RunOutcome[];

/** Runs in progress, by user, idempotency key and programs, so that parallel copies of an answer run once. */
const runsInProgress = new Map<string, Promise<RunReports>>();

/**
 * Runs the programs of an answer before the transaction that grades it. An answer that would be refused is not run; an
 * answer whose run failed on our side is refused and uses no attempt. Null when there is nothing to run.
 */
export async function runAnswer(
  world: World,
  user: SessionUser,
  {
    context,
    found,
    answer,
    idempotencyKey,
  }: { context: ActivityContext; found: FoundItem; answer: Answer; idempotencyKey: string },
): Promise<RunReports | { readonly refused: SubmitRefusal } | null> {
  const { db } = world.database;
  const runs = itemType(found.item.type).runs;
  const programs = runs?.programs(found.item.body, found.secret.open().key, answer) ?? [];
  if (programs.length === 0 || (await findResponseByIdempotencyKey(db, user.id, idempotencyKey))) return null;
  const refused = await findAttemptRefusal(db, context, found.item.id, world.now());
  if (refused) return { refused };
  const name = JSON.stringify([user.id, idempotencyKey, programs]);
  const outcomes = runsInProgress.get(name) ?? runAll(world, user, programs);
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
async function runAll(world: World, user: SessionUser, programs: readonly Run[]): Promise<RunReports> {
  const outcomes: RunOutcome[] = [];
  for (const program of programs) {
    const last = outcomes.at(-1);
    const hasStopped = last && last.kind !== 'finished';
    outcomes.push(hasStopped ? last : await world.sandbox.run(program, user.id));
  }
  return outcomes;
}

/** The answer as it is stored and graded; null when its programs have to be run and were not. */
export function withReports(found: FoundItem, answer: Answer, reports: RunReports | null): Answer | null {
  const runs = itemType(found.item.type).runs;
  const { key } = found.secret.open();
  if (!runs || runs.programs(found.item.body, key, answer).length === 0) return answer;
  return reports && runs.withOutcomes(key, answer, reports);
}

/** A stored answer as the user sent it. */
export function withoutReports(found: FoundItem, answer: Answer): Answer {
  return itemType(found.item.type).runs?.asSubmitted(answer) ?? answer;
}
