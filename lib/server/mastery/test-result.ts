import type { Db } from '#db/client.ts';
import { listReviews } from '#db/reviews.ts';
import { listActivityStandings } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import { findVerdict, type Verdict } from '#db/verdicts.ts';
import type { LearnerRecord } from '#lib/progress/recommendation-facts.ts';
import type { TestResult } from '#lib/progress/sitting-view.ts';
import {
  type GivenVerdict,
  mayContinueTest,
  type ResultFacts,
  testResultOf,
} from '#lib/progress/test-result.ts';
import { learnerRecord } from '#lib/server/progress/learner-record.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';

/** A verdict with all that its result depends on, but for the learner's other tests. */
export interface KnownResult extends Omit<ResultFacts, 'record'> {
  readonly verdict: GivenVerdict;
  readonly standings: LearnerRecord['standings'];
}

/** The result of the newest test; null while there is none. `known`: what was loaded or written just now. */
export async function testResult(
  db: Db,
  context: ActivityContext,
  now: Date,
  known?: KnownResult,
): Promise<TestResult | null> {
  const facts = known ?? (await loadResult(db, context));
  if (!facts) return null;
  const record = await learnerRecord(
    db,
    { id: context.userId, timeZone: facts.timeZone },
    facts.standings,
    now,
  );
  return testResultOf(context, facts.verdict, { ...facts, record }, now);
}

async function loadResult(db: Db, { latest, userId }: ActivityContext): Promise<KnownResult | undefined> {
  const verdict = latest ? await findVerdict(db, latest.id) : undefined;
  const person = verdict && (await findUserById(db, userId));
  if (!verdict || !person) return undefined;
  const reviews = await listReviews(db, userId);
  const standings = await listActivityStandings(db, [userId]);
  return { verdict, reviews, standings, timeZone: person.timeZone };
}

/** The verdict of the newest test; undefined when that test may not be continued. */
export async function verdictToContinue(
  db: Db,
  context: ActivityContext,
  now: Date,
): Promise<Verdict | undefined> {
  const verdict = context.latest ? await findVerdict(db, context.latest.id) : undefined;
  return verdict && mayContinueTest(context, verdict, now) ? verdict : undefined;
}
