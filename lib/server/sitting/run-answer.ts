import { findResponseByIdempotencyKey } from '#db/responses.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { type Answer, itemType } from '#lib/item/registry.ts';
import type { Run, RunOutcome } from '#lib/item/run.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { World } from '#lib/server/world.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import type { ActivityContext } from './activity-context.ts';
import { refusedAttempt } from './grade-answer.ts';

/** What a kind of item that is run has to know before it can be graded. */
export type RunReports = readonly RunOutcome[];

/** Runs of which the results are waited for, by person, key and programs: the same answer twice at once runs once. */
const going = new Map<string, Promise<RunReports>>();

/**
 * Runs an answer before the transaction that grades it. Nothing is run for an answer that would be refused, and an
 * answer of which a run failed by our fault is refused without a cost. Null when there is nothing to run.
 */
export async function runAnswer(
  world: World,
  user: SessionUser,
  {
    context,
    found,
    answer,
    key,
  }: { context: ActivityContext; found: FoundItem; answer: Answer; key: string },
): Promise<RunReports | { readonly refused: SubmitRefusal } | null> {
  const { db } = world.database;
  const runs = itemType(found.item.type).runs;
  const programs = runs?.programs(found.item.body, found.secret.open().key, answer) ?? [];
  if (programs.length === 0 || (await findResponseByIdempotencyKey(db, user.id, key))) return null;
  const refused = await refusedAttempt(db, context, found.item.id, world.now());
  if (refused) return { refused };
  const name = JSON.stringify([user.id, key, programs]);
  const outcomes = going.get(name) ?? ranAll(world, user, programs);
  going.set(name, outcomes);
  try {
    const reports = await outcomes;
    const isOurs = ({ kind }: RunOutcome) => kind === 'too-busy' || kind === 'crashed';
    return reports.some(isOurs) ? { refused: 'not-checked' } : reports;
  } finally {
    going.delete(name);
  }
}

/** One after the other, as one person has one run at a time; a program that ran too long is not run again. */
async function ranAll(world: World, user: SessionUser, programs: readonly Run[]): Promise<RunReports> {
  const outcomes: RunOutcome[] = [];
  for (const program of programs) {
    const last = outcomes.at(-1);
    const isOver = last && last.kind !== 'finished';
    outcomes.push(isOver ? last : await world.sandbox.run(program, user.id));
  }
  return outcomes;
}

/** The answer as it is stored and graded; null when it has to be run and was not. */
export function withReports(found: FoundItem, answer: Answer, reports: RunReports | null): Answer | null {
  const runs = itemType(found.item.type).runs;
  const { key } = found.secret.open();
  if (!runs || runs.programs(found.item.body, key, answer).length === 0) return answer;
  return reports && runs.withReports(key, answer, reports);
}

/** What the person sent of a stored answer. */
export function sentAnswer(found: FoundItem, answer: Answer): Answer {
  return itemType(found.item.type).runs?.sent(answer) ?? answer;
}
