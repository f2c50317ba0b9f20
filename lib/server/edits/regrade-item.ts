import type { Tx } from '#db/client.ts';
import { recordRegrade, recordRegradedVerdicts } from '#db/regrades.ts';
import { listAnswersTo, type Response } from '#db/responses.ts';
import { replaceVerdict, type Verdict } from '#db/verdicts.ts';
import { itemType } from '#lib/item/registry.ts';
import type { RegradePolicy } from '#lib/progress/regrade/regrade-answers.ts';
import type { RegradedVerdict } from '#lib/progress/regrade/regraded-verdict.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import {
  followInBadges,
  followInSittings,
  followInTotals,
  lockPeople,
  type Regraded,
} from './follow-regrade.ts';
import { planRegrade, type RegradePlan } from './plan-regrade.ts';
import { type RegradeMoves, regradeMoves } from './regrade-moves.ts';

export interface RegradeRequest {
  readonly itemId: string;
  readonly policy: RegradePolicy;
  /** What the learners read. */
  readonly reason: string;
  /** Null for the command line. */
  readonly by: string | null;
  /** Only these people's answers; everybody's without it. */
  readonly userIds?: readonly string[];
}

/** What a regrade has changed, or would change. */
export interface RegradeReport extends RegradeMoves {
  /** The id of the event; null when no grade changes, or nothing was to be written. */
  readonly regradeId: string | null;
}

/**
 * Grades all stored answers to an item by what it is now. The ledger stays as it is: the new grades are events beside it, and
 * points, progress, reviews, verdicts, badges and ranks follow in the same transaction. Twice the same changes nothing more.
 * What is believed of abilities and difficulties stays as it was learnt from the first grades.
 */
export async function regradeItem(
  world: World,
  request: RegradeRequest,
  { isDryRun = false } = {},
): Promise<Result<RegradeReport, 'unknown-item' | 'not-graded'>> {
  const library = await world.library();
  const found = library.item(request.itemId);
  if (!found) return refuse('unknown-item');
  if (!itemType(found.item.type).graded) return refuse('not-graded');
  const { itemId, policy, reason, by, userIds } = request;
  const isMeant = ({ userId }: Response) => userIds === undefined || userIds.includes(userId);
  const rule = world.testRule;
  if (isDryRun) {
    const { db } = world.database;
    const moves = await regradeMoves(db, await planRegrade(db, found, { policy, rule, isMeant }));
    return ok({ regradeId: null, ...moves });
  }
  return world.database.transaction(async (tx) => {
    const answerers = (await listAnswersTo(tx, [itemId])).filter(isMeant).map(({ userId }) => userId);
    const people = new Set(await lockPeople(tx, answerers));
    const isLocked = ({ userId }: Response) => people.has(userId);
    const plan = await planRegrade(tx, found, { policy, rule, isMeant: isLocked });
    const moves = await regradeMoves(tx, plan);
    if (plan.changed.length === 0) return ok({ regradeId: null, ...moves });
    const [id, at] = [world.newId(), world.now()];
    await recordRegrade(
      tx,
      { id, itemId, itemVersion: found.item.version, policy, reason, regradedBy: by, undoes: null, at },
      plan.changed.map(({ answer, grade: { score, verdict, points } }) => ({
        ...{ responseId: answer.id, score, verdict, points },
        ...{ scoreBefore: answer.score, verdictBefore: answer.verdict, pointsBefore: answer.points },
      })),
    );
    const badges = await follow(tx, plan, { id, regraded: { ...peopleAndRounds(plan), found, library, at } });
    return ok({ regradeId: id, ...moves, badges });
  });
}

const peopleAndRounds = ({ changed }: RegradePlan) => ({
  userIds: [...new Set(changed.map(({ answer }) => answer.userId))].toSorted(),
  sittingIds: [...new Set(changed.map(({ answer }) => answer.sittingId))],
});

/** Stores what follows from an event that has just been recorded; returns who got the badge of the lesson. */
async function follow(
  tx: Tx,
  { moving }: RegradePlan,
  { id, regraded }: { readonly id: string; readonly regraded: Regraded },
): Promise<string[]> {
  await followInSittings(tx, regraded, null);
  await recordRegradedVerdicts(
    tx,
    moving.map(({ verdict }) => ({
      regradeId: id,
      sittingId: verdict.sittingId,
      before: movable(verdict),
    })),
  );
  for (const { verdict, after } of moving) await replaceVerdict(tx, verdict.sittingId, after);
  return followInBadges(tx, regraded, await followInTotals(tx, regraded));
}

const movable = ({ outcome, pStrong, low, high, more, right, receipt }: Verdict): RegradedVerdict => ({
  ...{ outcome, pStrong, low, high, more, right, receipt },
});
